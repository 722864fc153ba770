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

type LaterBlock = Exclude<keyof typeof LaterBlocks, 'words'>;

function row(type: keyof BlockDataMap, load: () => Promise<CustomElementConstructor>): BlockEntry {
  return { type, tag: tagOf(type), load };
}

/** Loads the screens that follow the first one, with their words. */
export async function loadLaterBlocks(): Promise<typeof LaterBlocks> {
  const blocks = await import('./later-blocks.js');
  addEnglish(blocks.words);
  return blocks;
}

function later(type: keyof BlockDataMap, name: LaterBlock): BlockEntry {
  return row(type, async () => (await loadLaterBlocks())[name]);
}

function verify(type: keyof BlockDataMap, name: Exclude<keyof typeof VerifyBlocks, 'words'>): BlockEntry {
  return row(type, async () => {
    // They are built from the parts, and speak some of the words, of the later screens.
    const [blocks] = await Promise.all([import('./verify-blocks.js'), loadLaterBlocks()]);
    addEnglish(blocks.words);
    return blocks[name];
  });
}

/** The blocks of `<auth-process>`, a row each. What a first visit can show without the network is eager; the rest comes before it is needed, never between a click and a ceremony. */
export const authBlocks = new BlockRegistry([
  { type: 'client:loading', tag: tagOf('client:loading'), element: ClientLoadingBlock },
  { type: 'client:error', tag: tagOf('client:error'), element: ClientErrorBlock },
  row('login-init', async () => (await import('./login-init/login-init.js')).LoginInitBlock),
  row('signup-init', async () => (await import('./signup-init/signup-init.js')).SignupInitBlock),
  later('passkey-append', 'PasskeyAppendBlock'),
  later('passkey-append-after-hybrid', 'PasskeyAppendBlock'),
  later('passkey-verify', 'PasskeyVerifyBlock'),
  later('passkey-appended', 'PasskeyAppendedBlock'),
  later('social-verify', 'SocialVerifyBlock'),
  later('conditional-ui-completed', 'ConditionalUiCompletedBlock'),
  later('completed', 'CompletedBlock'),
  verify('email-verify', 'VerifyIdentifierBlock'),
  verify('phone-verify', 'VerifyIdentifierBlock'),
  verify('post-signup-email-verify', 'VerifyIdentifierBlock'),
  verify('client:link-failed', 'ClientLinkFailedBlock'),
  verify('client:continue-elsewhere', 'ClientContinueElsewhereBlock'),
  later('client:expired', 'ClientExpiredBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:no-passkey-support', 'ClientNoPasskeySupportBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
  later('client:leave-signup', 'ClientLeaveSignupBlock'),
]);
