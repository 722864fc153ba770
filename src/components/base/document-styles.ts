import type { CSSResult } from 'lit';

const copies = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** The constructed sheet of some styles for the document a node is in: a sheet serves the document it was made for and no other (CSSOM). */
export function sheetFor(styles: CSSResult, node: Node): CSSStyleSheet | undefined {
  const target = node.ownerDocument ?? (node as Document);
  const view = target.defaultView;
  if (target === document || !view) return styles.styleSheet;
  const sheets = copies.get(target) ?? new Map<CSSResult, CSSStyleSheet>();
  copies.set(target, sheets);
  const sheet = sheets.get(styles) ?? new view.CSSStyleSheet();
  if (!sheets.has(styles)) sheet.replaceSync(styles.cssText);
  sheets.set(styles, sheet);
  return sheet;
}
