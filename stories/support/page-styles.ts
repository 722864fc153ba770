import type { CSSResult } from 'lit';

/** Gives the catalogue's page a sheet, as the page of a site would have one. */
export function adoptPageStyles({ styleSheet }: CSSResult): void {
  if (styleSheet && !document.adoptedStyleSheets.includes(styleSheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}
