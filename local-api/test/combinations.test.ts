import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { social } from './support/provider.js';
import { startApi, withPasskeys, withoutPasskeys, type TestApi, type TestPage } from './support/test-page.js';
import { Walker, type Values } from './support/walk.js';

const VALUES: Values = { email: 'ada@example.com', username: 'ada', phone: '+4915123456712' };
const OTHERS: Values = { email: 'grace@example.com', username: 'grace', phone: '+4915123456713' };
const TYPES = ['email', 'username', 'phone'] as const;

type Type = (typeof TYPES)[number];

const subsets: Type[][] = Array.from({ length: 7 }, (_, index) =>
  TYPES.filter((_type, bit) => ((index + 1) & (1 << bit)) !== 0),
);

function product<T extends object>(choices: { [Key in keyof T]: readonly T[Key][] }): T[] {
  return Object.entries(choices).reduce<T[]>(
    (made, [key, values]) =>
      made.flatMap((one) => (values as unknown[]).map((value) => ({ ...one, [key]: value }))),
    [{} as T],
  );
}

interface Project {
  codeFallback: boolean;
  email: 'email-otp' | 'email-link';
  isSocial: boolean;
}

async function configure(page: TestPage, types: Type[], verification: string, project: Project) {
  const { codeFallback, email, isSocial } = project;
  const isOn = (type: Type) => ({ enabled: types.includes(type), required: true });
  await page.post('/local-api/reset', { settings: true });
  await page.settings({
    identifiers: { email: isOn('email'), username: isOn('username'), phone: isOn('phone') },
    verification,
    codeFallback,
    verificationMethods: { email },
    socialProviders: isSocial ? ['google'] : [],
    // The clock of a test stands still while everything is done more often than a person could.
    codesPerHour: 1000,
  });
}

/** Signs up, then signs in with every identifier, also when the project has closed its sign-up. */
async function signUpAndIn(api: TestApi, types: Type[], prefersCodes: boolean) {
  const page = api.page();
  const values = prefersCodes ? OTHERS : VALUES;
  const device = prefersCodes ? withoutPasskeys : withPasskeys;
  await page.settings({ publicSignup: true });
  await new Walker(page, values, prefersCodes).walk(await page.open(device));
  for (const publicSignup of [true, false]) {
    await page.settings({ publicSignup });
    for (const type of types) {
      const login = await page.open({ ...device, preferredBlock: 'login-init' });
      assert.equal(login.alternatives?.length ?? 0, publicSignup ? 1 : 0);
      const identifierValue = values[type] ?? '';
      const block = await page.step('login/init', { identifierValue, isPhone: type === 'phone' });
      await new Walker(page, values, prefersCodes).walk(block);
    }
  }
}

async function signUpAndInSocially(api: TestApi) {
  const page = api.page();
  const values = { email: 'lin@example.com', username: 'lin', phone: '+4915123456714' };
  const choice = { email: values.email, name: 'Lin' };
  await page.settings({ publicSignup: false });
  await page.open(withPasskeys);
  assert.equal((await social(page, 'login', choice)).block, 'login-init');
  await page.settings({ publicSignup: true });
  for (const authType of ['signup', 'login'] as const) {
    await page.open(withPasskeys);
    await new Walker(page, values, false).walk(await social(page, authType, choice));
  }
}

describe('a way leads to the session', () => {
  for (const types of subsets) {
    for (const verification of ['none', 'at-signup', 'at-login']) {
      it(`with ${types.join(', ')} and verification ${verification}, whatever else is chosen`, async () => {
        const api = await startApi();
        const projects = product<Project>({
          codeFallback: [true, false],
          email: types.includes('email') ? ['email-otp', 'email-link'] : ['email-otp'],
          isSocial: [true, false],
        });
        for (const project of projects) {
          await configure(api.page(), types, verification, project);
          await signUpAndIn(api, types, false);
          await signUpAndIn(api, types, true);
          if (project.isSocial) await signUpAndInSocially(api);
        }
        await api.close();
      });
    }
  }
});
