import type { PasskeyOperation, ProcessResponse } from '../../api/types.js';
import { postToSite } from '../../api/post-to-site.js';
import { dataOf, isFields } from '../../process/block-data.js';
import { CompleteEvent } from '../../process/complete-event.js';
import { decodeSessionToken } from './session-token.js';
import { redirectTarget } from '../../api/redirect-target.js';

export interface CompletionOptions {
  readonly redirectUrl: string | undefined;
  readonly completeUrl: string | undefined;
  readonly allowedRedirectOrigins: string | undefined;
}

/** What follows a completed process: the event, the site's back end, the way on. */
export class Completion {
  readonly event: CompleteEvent;
  /** The page has rejected what was waited for: the same promise never settles otherwise. */
  rejected = false;
  #posted = false;
  #finishing: Promise<boolean> | undefined;

  constructor(
    response: ProcessResponse,
    private readonly options: CompletionOptions,
    private readonly navigate: (url: URL) => void = (url) => location.assign(url),
  ) {
    const data = dataOf(response.blockBody);
    const text = (name: string) =>
      typeof data[name] === 'string' && data[name] !== '' ? data[name] : undefined;
    const sessionToken = text('sessionToken') ?? text('shortSession') ?? '';
    this.event = new CompleteEvent(
      sessionToken,
      text('refreshToken') ?? text('longSession'),
      decodeSessionToken(sessionToken),
      isFields(data['passkeyOperation']) ? (data['passkeyOperation'] as PasskeyOperation) : undefined,
    );
  }

  /** Waits for the page, then posts and leads on; resolves with whether the page is left. Rejects when one of them fails; can be called again. */
  finish(): Promise<boolean> {
    return (this.#finishing ??= this.#finish().finally(() => (this.#finishing = undefined)));
  }

  async #finish(): Promise<boolean> {
    await this.event.settled().catch((cause: unknown) => {
      this.rejected = true;
      throw cause;
    });
    await this.#post();
    const { redirectUrl, allowedRedirectOrigins } = this.options;
    if (redirectUrl === undefined) return false;
    this.navigate(redirectTarget(redirectUrl, allowedRedirectOrigins));
    return true;
  }

  async #post(): Promise<void> {
    const { completeUrl } = this.options;
    if (completeUrl === undefined || this.#posted) return;
    const { sessionToken, refreshToken, passkeyOperation } = this.event;
    await postToSite(redirectTarget(completeUrl, undefined), {
      sessionToken,
      refreshToken,
      passkeyOperation,
    });
    this.#posted = true;
  }
}
