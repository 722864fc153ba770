import { expect, test } from './support/fixtures.js';
import type { AuthProcessPage } from './support/auth-process-page.js';
import type { LocalApi } from './support/local-api.js';

type Identifier = 'email' | 'username' | 'phone';

interface Project {
  readonly identifiers: readonly Identifier[];
  readonly verification: 'none' | 'at-signup' | 'at-login';
  readonly socialProviders: readonly string[];
  readonly publicSignup: boolean;
}

const IDENTIFIERS: readonly (readonly Identifier[])[] = [
  ['email'],
  ['username'],
  ['phone'],
  ['email', 'username'],
  ['email', 'phone'],
  ['username', 'phone'],
  ['email', 'username', 'phone'],
];
const VERIFICATIONS = ['none', 'at-signup', 'at-login'] as const;
const SOCIAL = [[], ['google'], ['google', 'microsoft', 'github']] as const;
const PROVIDERS: Readonly<Record<string, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  github: 'GitHub',
};

const FIELDS: Readonly<Record<Identifier, string>> = {
  email: 'Email',
  username: 'Username',
  phone: 'Phone number',
};
const VALUES: Readonly<Record<Identifier, string>> = {
  email: 'maria@example.com',
  username: 'maria',
  phone: '+4915123456789',
};

function settingsOf({ identifiers, ...project }: Project): Record<string, unknown> {
  const isAsked = (type: Identifier) => ({ enabled: identifiers.includes(type), required: true });
  return {
    ...project,
    identifiers: { email: isAsked('email'), username: isAsked('username'), phone: isAsked('phone') },
  };
}

/** What the one field of the sign-in form is called. */
function loginField({ identifiers }: Project): string {
  const [first, second] = identifiers.filter((type) => type !== 'phone');
  if (!first) return FIELDS.phone;
  return second ? 'Email or username' : FIELDS[first];
}

async function expectProviders(auth: AuthProcessPage, { socialProviders }: Project): Promise<void> {
  for (const [provider, name] of Object.entries(PROVIDERS))
    await expect(auth.button(`Continue with ${name}`)).toBeVisible({
      visible: socialProviders.includes(provider),
    });
}

async function expectSignup(auth: AuthProcessPage, project: Project): Promise<void> {
  await auth.expectScreen('Create your account');
  for (const [type, label] of Object.entries(FIELDS))
    await expect(auth.field(label)).toBeVisible({
      visible: project.identifiers.includes(type as Identifier),
    });
  await expectProviders(auth, project);
}

async function expectLogin(auth: AuthProcessPage, project: Project): Promise<void> {
  await auth.expectScreen('Welcome back');
  await expect(auth.field(loginField(project))).toBeVisible();
  const isSwitch = project.identifiers.includes('phone') && project.identifiers.length > 1;
  await expect(auth.button('Use your phone number instead')).toBeVisible({ visible: isSwitch });
  await expect(auth.button('Create an account')).toBeVisible({ visible: project.publicSignup });
  await expectProviders(auth, project);
}

/** The identifiers that a sign-up must prove, one after the other. */
function provedAtSignup({ identifiers, verification }: Project): readonly Identifier[] {
  return verification === 'at-signup' ? identifiers.filter((type) => type !== 'username') : [];
}

/** A whole sign-up, to the proofs that the project promises. */
async function signUp(auth: AuthProcessPage, owner: LocalApi, project: Project): Promise<void> {
  const values = project.identifiers.map((type): [string, string] => [FIELDS[type], VALUES[type]]);
  await auth.submitSignup(Object.fromEntries(values));
  await auth.press('Create passkey');
  for (const type of provedAtSignup(project)) {
    await auth.expectScreen(type === 'email' ? 'Check your email' : 'Check your messages');
    await auth.enterCode(await owner.codeFor(VALUES[type]));
  }
  await auth.expectScreen('You’re signed in');
}

for (const identifiers of IDENTIFIERS)
  for (const verification of VERIFICATIONS)
    test(`Every combination with ${identifiers.join(', ')} and verification ${verification}`, async ({
      auth,
      owner,
      page,
      watch,
    }) => {
      // Nobody leaves the page: the next project opens in the place of the last.
      await page.route('**/account.html', (route) => route.fulfill({ status: 204 }));
      await auth.open();
      for (const socialProviders of SOCIAL)
        for (const publicSignup of [true, false]) {
          const project: Project = { identifiers, verification, socialProviders, publicSignup };
          const name = `${socialProviders.length} providers, public sign-up ${publicSignup ? 'on' : 'off'}`;
          await test.step(name, async () => {
            await owner.forgetEverybody();
            await owner.configure(settingsOf(project));
            await auth.reopen();
            if (!publicSignup) return expectLogin(auth, project);
            await expectSignup(auth, project);
            await auth.press('Sign in');
            await expectLogin(auth, project);
            await auth.press('Create an account');
            // Providers change nothing about a sign-up without them.
            if (socialProviders.length === 0) await signUp(auth, owner, project);
          });
          expect(watch.unexpected, name).toEqual([]);
        }
    });
