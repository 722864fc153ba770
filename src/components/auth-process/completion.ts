import type { PasskeyOperation, ProcessResponse } from '../../api/types.js';
import { postToSite } from '../../api/post-to-site.js';
import { isFields } from '../../process/block-data.js';
import { CompleteEvent } from '../../process/events.js';
import { decodeSessionToken } from './session-token.js';
import { redirectTarget } from './redirect-target.js';

export interface CompletionOptions {
  readonly redirectUrl: string | undefined;
  readonly completeUrl: string | undefined;
  readonly allowedRedirectOrigins: string | undefined;
}

/** What follows a completed process: the event, the site's back end, the way on. */
export class Completion {
  readonly event: CompleteEvent;
  #posted = false;

  constructor(
    response: ProcessResponse,
    private readonly options: CompletionOptions,
    private readonly navigate: (url: URL) => void = (url) => location.assign(url),
  ) {
    const raw: unknown = response.blockBody.data;
    const data = isFields(raw) ? raw : {};
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
  async finish(): Promise<boolean> {
    await this.event.settled();
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
