import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { ProcessResponse, SocialProviderType } from '../../api/types.js';
import { comesFromProvider, socialOf } from '../block-data.js';
import type { DriverResult } from '../process-driver.js';
import type { Step } from '../step.js';
import type { AuthContext } from './auth-context.js';
import { oauthTarget } from './oauth-target.js';
import { current } from './process-get.js';

/** A page that is still there by then was not left: the person gets the form back. */
export const LEAVING_MS = 15_000;

/** Sign-in with a provider: there, and back again on the next page load (behaviour.md 7.4). */
export class SocialLogin {
  readonly #client: ApiClient;

  constructor(private readonly driver: AuthContext) {
    this.#client = driver.options.client;
  }

  /** Leaves the page for the provider; ends only when the person is still, or again, here. Throws `ApiError`. */
  async start(provider: string, step: Step, signal: AbortSignal): Promise<DriverResult> {
    const body = {
      providerType: provider as SocialProviderType,
      redirectUrl: location.origin + location.pathname,
      authType: step.authType,
    };
    const response = await auth.socialVerifyStart(this.#client, body, { signal });
    const { status, oauthUrl } = socialOf(response.blockBody);
    if (status !== 'started' || oauthUrl === '') return this.driver.answer(response);
    const target = this.#target(oauthUrl);
    if (signal.aborted) throw new ApiError('aborted', 'The person stays');
    this.driver.options.leave(target);
    await stillHere(signal);
    return this.recheck(step, signal);
  }

  /** Tells the server that the person is back (SocialVerifyFinish); it says where they go on. Throws `ApiError`. */
  async finish(resumed: ProcessResponse, signal: AbortSignal): Promise<DriverResult> {
    try {
      return await this.driver.answer(await auth.socialVerifyFinish(this.#client, {}, { signal }));
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      return this.driver.answer(refused(resumed));
    }
  }

  /** Where the process stands, with the provider's part in it done. Throws `ApiError`. */
  async recheck(step: Step, signal: AbortSignal): Promise<DriverResult> {
    const response = await current(this.#client, step.type, signal);
    return comesFromProvider(response) ? this.finish(response, signal) : this.driver.answer(response);
  }

  #target(oauthUrl: string): URL {
    const { projectId, baseUrl } = this.#client;
    const allowed = this.driver.options.allowedOrigins();
    const target = oauthTarget(oauthUrl, { page: location.origin, api: baseUrl, projectId, allowed });
    if (target) return target;
    // The address may hold secrets, so the message does not repeat it.
    throw new ApiError(
      'configuration',
      'The server sent the person to an origin that is not allowed: name it in allowed-redirect-origins.',
      { code: 'forbidden_oauth_origin' },
    );
  }
}

/** The server understood and said no; an expired process is the controller's business. */
function isRefusal(cause: unknown): boolean {
  if (!(cause instanceof ApiError) || cause.kind !== 'http') return false;
  return (cause.status ?? 0) < 500 && cause.status !== 429 && cause.type !== 'process_not_available';
}

/** The screen the person left, with words for what became of it. */
function refused(resumed: ProcessResponse): ProcessResponse {
  const { blockBody } = resumed;
  const error = { code: 'social_failed', message: '' };
  return { ...resumed, blockBody: { ...blockBody, error } };
}

/** Resolves when the page is shown again out of the browser's cache, or was not left at all. */
async function stillHere(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = new AbortController();
    const timer = setTimeout(() => end(resolve), LEAVING_MS);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      done.abort();
      settle();
    };
    const listening = { signal: done.signal };
    addEventListener('pageshow', (event) => event.persisted && end(resolve), listening);
    signal.addEventListener('abort', () => end(() => reject(new ApiError('aborted', 'Left'))), listening);
  });
}
