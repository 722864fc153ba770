const MAILBOXES: readonly {
  readonly name: string;
  readonly url: string;
  readonly domains: readonly string[];
}[] = [
  { name: 'Gmail', url: 'https://mail.google.com/', domains: ['gmail.com', 'googlemail.com'] },
  {
    name: 'Outlook',
    url: 'https://outlook.live.com/mail/',
    domains: ['outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'live.com', 'msn.com'],
  },
  { name: 'Yahoo', url: 'https://mail.yahoo.com/', domains: ['yahoo.com', 'yahoo.de', 'ymail.com'] },
  { name: 'iCloud', url: 'https://www.icloud.com/mail', domains: ['icloud.com', 'me.com', 'mac.com'] },
  { name: 'Proton Mail', url: 'https://mail.proton.me/', domains: ['proton.me', 'protonmail.com', 'pm.me'] },
  { name: 'GMX', url: 'https://www.gmx.net/', domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'] },
  { name: 'WEB.DE', url: 'https://web.de/', domains: ['web.de'] },
];

/** Where the mail of an address is read, by its exact domain; `undefined` for any other. */
export function mailboxOf(address: string): { readonly name: string; readonly url: string } | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return MAILBOXES.find(({ domains }) => domains.includes(domain));
}
