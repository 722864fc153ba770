import { postToSite } from '../../api/post-to-site.js';
import { redirectTarget } from '../../api/redirect-target.js';
import type { WaitingEvent } from '../../process/waiting-event.js';

export interface CompletionOptions {
  readonly redirectUrl: string | undefined;
  readonly completeUrl: string | undefined;
  readonly allowedRedirectOrigins?: string | undefined;
}

/** What follows a completed process: the event, the site's back end, the way on. */
export class Completion<Announced extends WaitingEvent = WaitingEvent> {
  /** The page has rejected what was waited for: the same promise never settles otherwise. */
  rejected = false;
  #finishing: Promise<boolean> | undefined;

  /**
   * @param event what the page is told, by the element
   * @param body what the site's back end gets at `complete-url`, as JSON
   */
  constructor(
    readonly event: Announced,
    private readonly body: object,
    private readonly options: CompletionOptions,
    private readonly navigate: (url: URL) => void = (url) => location.assign(url),
  ) {}

  /** Waits for the page, then posts and leads on; resolves with whether the page is left. Rejects when one of them fails; can be called again. */
  finish(): Promise<boolean> {
    return (this.#finishing ??= this.#finish().finally(() => (this.#finishing = undefined)));
  }

  async #finish(): Promise<boolean> {
    await this.event.settled().catch((cause: unknown) => {
      this.rejected = true;
      throw cause;
    });
    const { redirectUrl, allowedRedirectOrigins } = this.options;
    // Before the session is opened: afterwards nobody could be told that there is no way on.
    const target =
      redirectUrl === undefined
        ? undefined
        : redirectTarget(redirectUrl, allowedRedirectOrigins, 'redirect-url');
    await this.#post();
    if (target) this.navigate(target);
    return target !== undefined;
  }

  async #post(): Promise<void> {
    const { completeUrl } = this.options;
    if (completeUrl === undefined) return;
    await postToSite(redirectTarget(completeUrl, undefined, 'complete-url'), this.body);
  }
}
