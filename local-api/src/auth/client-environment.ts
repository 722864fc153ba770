import type { ClientInformation, Schemas } from '../contract.js';
import type { ClientEnvironment } from './process-state.js';

/** Newer information wins; what it leaves out stays as it was. */
export function mergeClientInformation(
  known: ClientEnvironment,
  information: ClientInformation = {},
): ClientEnvironment {
  return {
    ...known,
    clientEnvHandle: information.clientEnvHandle ?? known.clientEnvHandle,
    platform:
      information.javaScriptHighEntropy?.platform ?? information.nativeMeta?.platform ?? known.platform,
    platformAuthenticator:
      information.isUserVerifyingPlatformAuthenticatorAvailable ??
      information.canUsePasskeys ??
      known.platformAuthenticator,
  };
}

/** Which pictures fit the person's device. */
export function passkeyIconSet(platform: string, userAgent: string): Schemas['passkeyIconSet'] {
  const hint = `${platform} ${userAgent}`;
  if (/android/i.test(hint)) return 'android';
  if (/windows/i.test(hint)) return 'windows';
  return /mac|iphone|ipad|ios/i.test(hint) ? 'apple' : 'default';
}

/** Names for the passkey list, read from the `User-Agent` header. */
export function describeUserAgent(userAgent: string): { sourceOs: string; sourceBrowser: string } {
  const first = (pairs: readonly (readonly [RegExp, string])[]) =>
    pairs.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Unknown';
  return {
    sourceOs: first([
      [/android/i, 'Android'],
      [/iphone|ipad|ipod/i, 'iOS'],
      [/windows/i, 'Windows'],
      [/mac os|macintosh/i, 'macOS'],
      [/cros/i, 'ChromeOS'],
      [/linux/i, 'Linux'],
    ]),
    sourceBrowser: first([
      [/edg(e|a|ios)?\//i, 'Edge'],
      [/opr\//i, 'Opera'],
      [/samsungbrowser/i, 'Samsung Internet'],
      [/firefox|fxios/i, 'Firefox'],
      [/chrome|crios|chromium/i, 'Chrome'],
      [/safari/i, 'Safari'],
    ]),
  };
}
