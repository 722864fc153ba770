import type { RequestError } from '../contract.js';
import type { AuthContext } from './auth-context.js';
import type { SocialData } from './blocks.js';

/** How far a social login is; a visit to the provider that was broken off leaves no trace. */
export function socialData({ settings, process }: AuthContext, oauthUrl?: string): SocialData {
  const providers = [...settings.socialProviders];
  if (oauthUrl !== undefined) return { providers, status: 'started', oauthUrl };
  return { providers, status: process.state.social ? 'finished' : 'initial' };
}

/** Why the visit to the provider came to nothing. */
export function socialError({ process }: AuthContext): RequestError | undefined {
  const { social } = process.state;
  return social && 'error' in social ? social.error : undefined;
}
