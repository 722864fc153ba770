import type { Case } from './mutated-answers.js';

/** Cases that failed once, by block type: they are tried first in every run. */
export const SEEDS: Readonly<Record<string, readonly Case[]>> = {};
