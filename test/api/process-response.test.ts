import { expect } from '@open-wc/testing';
import { isProcessResponse } from '../../src/api/process-response.js';
import { processResponse } from './support/auth-operations.js';

const { blockBody, common } = processResponse;
const withBlock = (changes: object) => ({ ...processResponse, blockBody: { ...blockBody, ...changes } });

describe('isProcessResponse accepts', () => {
  const good: [string, unknown][] = [
    ['a plain response', processResponse],
    [
      'an unknown block type',
      withBlock({ block: 'retina-scan', data: { blockType: 'generalBlockRetinaScan' } }),
    ],
    ['a block type named like a prototype member', withBlock({ block: 'constructor' })],
    [
      'alternatives of an unknown type',
      withBlock({ alternatives: [{ ...blockBody, block: 'retina-scan' }] }),
    ],
    ['data without the members of its schema', withBlock({ data: {} })],
    ['no alternatives', withBlock({ alternatives: undefined })],
    ['an error without a message', withBlock({ error: { code: 'x' } })],
    ['members nobody knows', { ...processResponse, extra: 1, blockBody: { ...blockBody, extra: 1 } }],
    ['a common part of an older server', { blockBody, common: { appName: 'Shop', frontendApiUrl: '' } }],
    ['a new process', { ...processResponse, newProcess: { token: 't', expiresAt: 1 } }],
  ];
  for (const [name, value] of good) it(name, () => void expect(isProcessResponse(value)).to.equal(true));
});

describe('isProcessResponse refuses', () => {
  const bad: [string, unknown][] = [
    ...[undefined, null, 1, 'text', [], {}].map((value): [string, unknown] => [
      JSON.stringify(value) ?? 'nothing',
      value,
    ]),
    ['a missing block body', { common }],
    ['a missing common part', { blockBody }],
    ['a block that is no string', withBlock({ block: 7 })],
    ['data that is missing', withBlock({ data: undefined })],
    ['data that is a list', withBlock({ data: [] })],
    ['data that is text', withBlock({ data: '{}' })],
    ['alternatives that are no list', withBlock({ alternatives: {} })],
    ['an alternative that is no block', withBlock({ alternatives: [{ block: 'login-init' }] })],
    [
      'a broken alternative of an alternative',
      withBlock({ alternatives: [{ ...blockBody, alternatives: [{ ...blockBody, data: 1 }] }] }),
    ],
    ['an error that is text', withBlock({ error: 'wrong' })],
    ['an odd reason to continue elsewhere', withBlock({ continueOnOtherDevice: true })],
    ['a new process without token', { ...processResponse, newProcess: { expiresAt: 1 } }],
  ];
  for (const [name, value] of bad) it(name, () => void expect(isProcessResponse(value)).to.equal(false));
});
