import { expect } from '@open-wc/testing';
import type { BlockBody } from '../../../src/api/types.js';
import { authBlocks } from '../../../src/components/blocks/default-blocks.js';
import { createTranslate } from '../../../src/localize/messages.js';
import type { BlockProperties } from '../../../src/process/block-registry.js';
import { toStep } from '../../../src/process/wire-step.js';
import { blockOf, otherBlockOf, socialDataOf } from '../../../src/testing/index.js';
import { mutationsOf } from '../../process/support/odd-values.js';

type BlockScreen = HTMLElement & BlockProperties & { readonly updateComplete: Promise<boolean> };

/** Every field a server may send, right: the tests break them one by one. */
const BLOCKS: readonly BlockBody[] = [
  blockOf('passkey-append', { data: { variant: 'after-error' } }),
  otherBlockOf('passkey-append-after-hybrid', blockOf('passkey-append')),
  withData(blockOf('passkey-appended'), { aaguidDetails: { name: 'Keychain', iconLight: '', iconDark: '' } }),
  withData(otherBlockOf('social-verify'), { socialData: socialDataOf(['google']), error: { code: 'any' } }),
  otherBlockOf('post-signup-email-verify', blockOf('email-verify')),
  otherBlockOf('conditional-ui-completed'),
  blockOf('completed'),
];

function withData(block: BlockBody, data: object): BlockBody {
  return { ...block, data: { ...block.data, ...data } };
}

const localization: BlockProperties['localization'] = {
  locale: 'en',
  language: 'en',
  catalogue: {},
  t: createTranslate({}),
};

async function tagOf(type: string): Promise<string> {
  let resolved = authBlocks.resolve(type);
  if (resolved?.kind === 'loading') await resolved.loaded;
  resolved = authBlocks.resolve(type);
  if (resolved?.kind !== 'element') throw new Error(`${type} is no element`);
  return resolved.tag;
}

/** Draws a body as a server might send it; rejects when the block throws. */
async function headingOf(body: BlockBody, tag: string): Promise<string> {
  const screen = document.createElement(tag) as BlockScreen;
  const step = toStep(body, 0);
  Object.assign(screen, { step, pending: undefined, problem: undefined, appName: '', localization });
  document.body.append(screen);
  try {
    await screen.updateComplete;
    return screen.querySelector('.cbo-heading')?.textContent ?? '';
  } finally {
    screen.remove();
  }
}

describe('a block whose fields are not what they should be', () => {
  for (const block of BLOCKS) {
    it(`is drawn all the same: data of ${block.block}`, async () => {
      const tag = await tagOf(block.block);
      for (const data of mutationsOf(block.data))
        expect(await headingOf({ ...block, data: data as BlockBody['data'] }, tag)).not.to.equal('');
    });

    it(`is drawn all the same: frame of ${block.block}`, async () => {
      const tag = await tagOf(block.block);
      const { block: type, ...frame } = { error: undefined, ...block };
      for (const odd of mutationsOf(frame))
        expect(await headingOf({ ...odd, block: type } as BlockBody, tag)).not.to.equal('');
    });
  }
});
