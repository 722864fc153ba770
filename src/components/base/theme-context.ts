import { createContext } from '@lit/context';

/** `light`, `dark`, or `auto` for the person's setting; absent: as the page. */
export type Theme = 'light' | 'dark' | 'auto';

/** Theme a `<corbado-provider>` sets for the elements inside. */
export const themeContext = createContext<Theme | undefined>(Symbol.for('corbado-elements.theme'));
