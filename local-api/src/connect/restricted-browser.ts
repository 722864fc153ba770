/** Browsers inside apps, which cannot create passkeys or not where the person finds them again. */
const IN_APP =
  /FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|TikTok|BytedanceWebview|Snapchat|LinkedInApp|; wv\)/;

export function isRestrictedBrowser(userAgent: string): boolean {
  return IN_APP.test(userAgent);
}
