import type { Meta } from '@storybook/web-components-vite';
import { ShopLoginBlock } from '../../demo/shop-login-block.js';
import { TermsOfServiceBlock } from '../../demo/terms-of-service-block.js';
import { termsOfService } from '../../demo/terms-of-service.js';
import type { BlockBody } from '../../src/api/types.js';
import type { BlockAction, BlockEntry } from '../../src/index.js';
import {
  blockOf,
  fixtureOf,
  networkFailure,
  otherBlockOf,
  silence,
  until,
  type FixtureOptions,
} from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

/** Blocks that a site brings: types of its own, and elements of its own for types of the kit (docs/own-blocks.md). */
export default { title: 'Elements/own block' } satisfies Meta;

const ACCEPT = 'POST /local-api/terms-of-service/accept';
const accept: BlockAction = { type: 'accept-terms', version: '2026-11' };

const { type, tag, actions } = termsOfService;
const atHand: BlockEntry = { type, tag, actions, element: TermsOfServiceBlock };

/** A type that no contract knows. */
function terms(overrides: Partial<Pick<BlockBody, 'error'>> = {}, options: FixtureOptions = {}) {
  const data = { blockType: 'ownBlockTermsOfService', version: '2026-11' };
  const block = otherBlockOf(type, {
    authType: 'signup',
    data: data as object as BlockBody['data'],
    ...overrides,
  });
  return fixtureOf(block, options);
}

/** A type the kit knows nothing of, in the looks of the kit. */
export const TermsOfService = stageStory(terms(), { blocks: [atHand] });

/** What the site's server refuses, in the site's words. */
export const Refused = stageStory(terms({ error: { code: 'terms_outdated', message: '' } }), {
  blocks: [atHand],
});

/** A failed request, in the words of the kit. */
export const RequestFailed = stageStory(
  terms({}, { actions: [accept], script: { [ACCEPT]: networkFailure } }),
  {
    blocks: [atHand],
  },
);

export const Busy = stageStory(
  terms({}, { actions: [accept], pending: 'accept-terms', script: { [ACCEPT]: silence } }),
  { blocks: [atHand] },
);

/** The element is loaded when the block comes. */
export const Lazy = stageStory(terms(), {
  blocks: [{ type, tag: 'shop-lazy-terms', actions, load: () => Promise.resolve(TermsOfServiceBlock) }],
});

/** The element cannot be loaded: a way on, which asks for it again. */
export const LoadFails = stageStory(terms({}, { shows: 'client:error' }), {
  blocks: [{ type, tag: 'shop-broken-terms', load: () => Promise.reject(new TypeError('gone')) }],
});

/** Registered while the process waits for it. */
export const RegisteredLate = stageStory(
  fixtureOf(otherBlockOf('late-terms-of-service'), { shows: 'client:unknown' }),
  {
    expectedMessage: /no block is registered for "late-terms-of-service"/,
    walk: async (stage) => {
      const tag = 'shop-late-terms';
      stage.element.blocks = [{ type: 'late-terms-of-service', tag, element: TermsOfServiceBlock }];
      await until(() => stage.screen?.localName === tag, 'the late block');
    },
  },
);

/** The site's own form in place of one of the kit's. */
export const KnownType = stageStory(fixtureOf(blockOf('login-init')), {
  blocks: [{ type: 'login-init', tag: 'shop-login', element: ShopLoginBlock }],
});
