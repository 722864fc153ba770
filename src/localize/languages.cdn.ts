import type { LanguageParts } from './languages.js';

/** The classic CDN script loads nothing by itself: a page adds `cdn/locales/<language>….js`, so that each file can carry its integrity hash. */
export const languages: Readonly<Record<string, LanguageParts>> = {};
