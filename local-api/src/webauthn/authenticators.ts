import type { Schemas } from '../contract.js';

interface Authenticator {
  name: string;
  color: string;
}

/** AAGUIDs of the authenticators people meet most, from the community list of passkey providers. */
const authenticators: Readonly<Record<string, Authenticator>> = {
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': { name: 'iCloud Keychain', color: '#0a84ff' },
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': { name: 'iCloud Keychain (Managed)', color: '#0a84ff' },
  'adce0002-35bc-c60a-648b-0b25f1f05503': { name: 'Chrome on Mac', color: '#1a73e8' },
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': { name: 'Google Password Manager', color: '#1a73e8' },
  '08987058-cadc-4b81-b6e1-30de50dcbe96': { name: 'Windows Hello', color: '#0067b8' },
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': { name: 'Windows Hello', color: '#0067b8' },
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2': { name: 'Windows Hello', color: '#0067b8' },
  '53414d53-554e-4700-0000-000000000000': { name: 'Samsung Pass', color: '#1428a0' },
  'bada5566-a7aa-401f-bd96-45619a55120d': { name: '1Password', color: '#0572ec' },
  'd548826e-79b4-db40-a3d8-11116f7e8349': { name: 'Bitwarden', color: '#175ddc' },
  '531126d6-e717-415c-9320-3d9aa6981239': { name: 'Dashlane', color: '#0e353d' },
  '50726f74-6f6e-5061-7373-50726f746f6e': { name: 'Proton Pass', color: '#6d4aff' },
  'fdb141b2-5d84-443e-8a35-4698c205a502': { name: 'KeePassXC', color: '#3f7d20' },
};

/** Name and icons of an authenticator model, `undefined` for models that are not in the table. */
export function authenticatorDetails(aaguid: string): Schemas['aaguidDetails'] | undefined {
  const authenticator = authenticators[aaguid];
  return authenticator && details(authenticator);
}

/** As above, with a neutral answer where the contract demands one. */
export function authenticatorDetailsOrGeneric(aaguid: string): Schemas['aaguidDetails'] {
  return authenticatorDetails(aaguid) ?? details({ name: 'Passkey', color: '#5f6368' });
}

function details({ name, color }: Authenticator): Schemas['aaguidDetails'] {
  return { name, iconLight: icon(name, color, '#ffffff'), iconDark: icon(name, '#ffffff', color) };
}

/** A lettered badge; the makers' own marks are not ours to ship. */
function icon(name: string, background: string, foreground: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${background}"/>` +
    `<text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="18" fill="${foreground}">${name.charAt(0)}</text></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
