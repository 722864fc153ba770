import assert from 'node:assert/strict';
import { byMail, byPhone, challengeOf, dataOf, type BlockBody, type TestPage } from './test-page.js';

export type Values = Readonly<Record<string, string>>;

/** More steps than any way through has: one that needs more goes in a circle. */
const MAX_STEPS = 12;

/** A person who does what each block asks for; uses a passkey only where nothing may stand in for it. */
export class Walker {
  readonly blocks: string[] = [];

  constructor(
    readonly page: TestPage,
    readonly values: Values,
    readonly prefersCodes: boolean,
  ) {}

  /** Goes on from a block to the session; fails where no way leads on. */
  async walk(start: BlockBody): Promise<string[]> {
    let block = start;
    while (block.block !== 'completed') {
      this.blocks.push(block.block);
      assert.ok(this.blocks.length <= MAX_STEPS, `in a circle: ${this.blocks.join(' ')}`);
      block = await this.#next(block);
    }
    return this.blocks;
  }

  #next(block: BlockBody): Promise<BlockBody> {
    switch (block.block) {
      case 'signup-init':
        return this.#fill(block);
      case 'passkey-append':
        return this.#append(block);
      case 'passkey-verify':
        return this.#verify(block);
      case 'email-verify':
      case 'phone-verify':
        return this.#prove(block);
      case 'passkey-appended':
        return this.page.step('block/skip');
      default:
        assert.fail(`stuck at ${block.block} (${block.error?.code ?? 'no error'}): ${this.blocks.join(' ')}`);
    }
  }

  #fill(block: BlockBody): Promise<BlockBody> {
    const { identifiers } = dataOf(block, 'generalBlockSignupInit');
    return this.page.step('signup/init', {
      identifiers: identifiers.map(({ type, identifier }) => ({
        type,
        identifier: identifier === '' ? this.values[type] : identifier,
      })),
    });
  }

  #append(block: BlockBody): Promise<BlockBody> {
    const others = block.alternatives?.map((alternative) => alternative.block) ?? [];
    if (this.prefersCodes && others.includes('completed')) return this.page.step('process/complete');
    return this.#fallback(block) ?? this.#create(block);
  }

  #create(block: BlockBody): Promise<BlockBody> {
    const signedChallenge = this.page.authenticator.create(challengeOf(block));
    return this.page.step('passkey/append/finish', { signedChallenge });
  }

  #verify(block: BlockBody): Promise<BlockBody> {
    const fallback = this.#fallback(block);
    if (fallback) return fallback;
    const signedChallenge = this.page.authenticator.get(challengeOf(block));
    return this.page.step('passkey/login/finish', { signedChallenge });
  }

  #fallback({ alternatives = [] }: BlockBody): Promise<BlockBody> | undefined {
    if (!this.prefersCodes) return undefined;
    const offered = alternatives.find(({ block }) => block === 'email-verify' || block === 'phone-verify');
    if (!offered) return undefined;
    const { verificationMethod: verificationType } = dataOf(offered, 'generalBlockVerifyIdentifier');
    const target = verificationType === 'phone-otp' ? byPhone : { ...byMail, verificationType };
    return this.page.step('identifier/verify/start', target);
  }

  async #prove(block: BlockBody): Promise<BlockBody> {
    const data = dataOf(block, 'generalBlockVerifyIdentifier');
    assert.equal(data.error, undefined);
    const identifier = this.values[block.block === 'phone-verify' ? 'phone' : 'email'] ?? '';
    if (data.verificationMethod !== 'email-link') return this.page.enterCode(identifier);
    return this.page.openLink((await this.page.mail(identifier)).link ?? '');
  }
}
