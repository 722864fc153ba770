import { enAuth } from '../../localize/en-auth.js';
import { addEnglish } from '../../localize/english.js';
import { BlockRegistry, type BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';
import { tagOf } from './block-tag.js';
import { ClientErrorBlock } from './client-error/client-error.js';
import { ClientLoadingBlock } from './client-loading/client-loading.js';
import type * as LaterBlocks from './later-blocks.js';
import type * as VerifyBlocks from './verify-blocks.js';

addEnglish(enAuth);

/** Types of the screens in `later-blocks` and `verify-blocks`. */
const LATER: readonly (keyof typeof LaterBlocks.blocks)[] = [
  'passkey-append',
  'passkey-append-after-hybrid',
  'passkey-verify',
  'passkey-appended',
  'social-verify',
  'conditional-ui-completed',
  'completed',
  'client:expired',
  'client:unknown',
  'client:no-passkey-support',
  'client:developer-error',
  'client:leave-signup',
];
const VERIFY: readonly (keyof typeof VerifyBlocks.blocks)[] = [
  'email-verify',
  'phone-verify',
  'post-signup-email-verify',
  'client:link-failed',
  'client:continue-elsewhere',
];

function row(type: keyof BlockDataMap, load: () => Promise<CustomElementConstructor>): BlockEntry {
  return { type, tag: tagOf(type), load };
}

/** Loads the screens that follow the first one, with their words. */
export async function loadLaterBlocks(): Promise<typeof LaterBlocks> {
  const later = await import('./later-blocks.js');
  addEnglish(later.words);
  return later;
}

async function loadVerifyBlocks(): Promise<typeof VerifyBlocks> {
  // They are built from the parts, and speak some of the words, of the later screens.
  const [verify] = await Promise.all([import('./verify-blocks.js'), loadLaterBlocks()]);
  addEnglish(verify.words);
  return verify;
}

/** Has the card of the last identifier at hand with the screen it stands on. */
export function preloadIdentity(): void {
  import('./identity-part.js').catch(() => undefined);
}

/** The blocks of `<auth-process>`, a row each. What a first visit can show without the network is eager; the rest comes before it is needed, never between a click and a ceremony. */
export const authBlocks = new BlockRegistry([
  { type: 'client:loading', tag: tagOf('client:loading'), element: ClientLoadingBlock },
  { type: 'client:error', tag: tagOf('client:error'), element: ClientErrorBlock },
  row('login-init', async () => (await import('./login-init/login-init.js')).LoginInitBlock),
  row('signup-init', async () => (await import('./signup-init/signup-init.js')).SignupInitBlock),
  ...LATER.map((type) => row(type, async () => (await loadLaterBlocks()).blocks[type])),
  ...VERIFY.map((type) => row(type, async () => (await loadVerifyBlocks()).blocks[type])),
]);
