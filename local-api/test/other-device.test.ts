import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canBeHere } from '../src/auth/other-device.js';

const ICLOUD = 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd';
const GOOGLE = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4';

describe('a passkey can be on this device', () => {
  const synced = { id: 'cre-1', aaguid: GOOGLE, backupState: true, transports: ['internal', 'hybrid'] };
  const icloud = { ...synced, aaguid: ICLOUD };
  const bound = { ...synced, aaguid: '', backupState: false };
  const key = { ...bound, transports: ['usb'] };
  const here = (platform?: string, platformAuthenticator?: boolean) => ({ platform, platformAuthenticator });
  const table: [string, Parameters<typeof canBeHere>, boolean][] = [
    ['when it was used here before', [bound, here('Windows', false), ['cre-1']], true],
    ['when it is a security key', [key, here('Windows', false), []], true],
    ['when it is synced by a manager that runs everywhere', [synced, here('Windows'), []], true],
    [
      'not when it is bound to another device that is no phone',
      [{ ...bound, transports: ['internal'] }, here('Windows', true), []],
      false,
    ],
    ["when it is Apple's and so is the device", [icloud, here('macOS'), []], true],
    ["when it is Apple's and the device says nothing", [icloud, here(), []], true],
    ["not when it is Apple's and the device runs Windows", [icloud, here('Windows', true), undefined], false],
    ["not when it is Apple's and the device runs Android", [icloud, here('Android', true), []], false],
    [
      'not when it is bound to a device that is not this one',
      [bound, here('Windows', true), ['cre-2']],
      false,
    ],
    [
      'when it is bound to a device and this one has no name',
      [bound, here('Windows', true), undefined],
      true,
    ],
    ['not when it is bound and this one holds none', [bound, here('Windows', false), undefined], false],
  ];
  for (const [name, facts, expected] of table) {
    it(name, () => assert.equal(canBeHere(...facts), expected));
  }
});
