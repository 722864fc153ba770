import { buildCdn, isCdnStale } from '../../../scripts/build-cdn.mjs';

/** The plain-HTML page needs the built files; done once, before any worker starts a server. */
export default async function globalSetup(): Promise<void> {
  if (isCdnStale()) await buildCdn();
}
