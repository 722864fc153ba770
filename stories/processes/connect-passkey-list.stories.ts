import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { ConnectPasskeyList } from '../../src/components/connect-passkey-list/connect-passkey-list.js';
import {
  connectPasskeyListEndings,
  fixtures,
  press,
  until,
  type ProcessStage,
} from '../../src/testing/index.js';
import { englishWalk } from '../support/connect-walk.js';

export default { title: 'Processes/Connect passkey list' } satisfies Meta;

type Stage = ProcessStage<ConnectPasskeyList>;

const DELETE = 'Delete iCloud Keychain, created Jan 31, 2026';
const { 'client:passkey-list': states } = fixtures;

const walk = englishWalk<ConnectPasskeyList>;

const says = (stage: Stage, text: string) =>
  until(() => stage.screen?.textContent?.includes(text) === true, `"${text}"`);
const dialogOf = (stage: Stage) => stage.screen?.querySelector('dialog[open]') ?? null;

export const Adding = walk({ ...states.added, actions: [] }, async (stage) => {
  await press(stage, 'Add a passkey');
  await says(stage, 'Passkey added');
});

export const Deleting = walk({ ...states.deleted, actions: [] }, async (stage) => {
  await press(stage, DELETE);
  await press(stage, 'Delete passkey');
  await says(stage, 'Passkey deleted');
  await expect(stage.screen?.textContent).not.toContain('iCloud Keychain');
});

export const DeletingTheLast = walk({ ...states.deletedLast, actions: [] }, async (stage) => {
  await press(stage, DELETE);
  await press(stage, 'Delete passkey');
  await says(stage, 'No passkeys yet');
});

export const DeletingThoughtBetterOf = walk(states.default, async (stage) => {
  await press(stage, DELETE);
  await expect(dialogOf(stage)).not.toBeNull();
  await press(stage, 'Cancel');
  await until(() => dialogOf(stage) === null, 'the list alone');
});

export const Loaded = walk(connectPasskeyListEndings.recovering, async (stage) => {
  await press(stage, 'Try again');
  await says(stage, 'iCloud Keychain');
});
