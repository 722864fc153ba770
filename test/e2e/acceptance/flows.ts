import { expect } from '../support/fixtures.js';
import type { AuthProcessPage } from '../support/auth-process-page.js';
import type { LocalApi } from '../support/local-api.js';
import type { VirtualAuthenticator } from '../support/virtual-authenticator.js';

/** Who takes part in a scenario. */
export interface Cast {
  readonly auth: AuthProcessPage;
  readonly authenticator: VirtualAuthenticator;
  readonly owner: LocalApi;
}

/** An identifier of the person. */
export interface Identifier {
  /** Label of its field. */
  readonly field: 'Email' | 'Phone number' | 'Username';
  readonly typed: string;
}

/** An identifier that a code is sent to, and how the screens call that. */
export interface Proof extends Identifier {
  /** As messages are addressed. */
  readonly address: string;
  /** Heading of the code screen. */
  readonly heading: 'Check your email' | 'Check your messages';
  readonly insteadOfPasskey: 'Email me a code instead' | 'Text me a code instead';
}

export const EMAIL: Proof = {
  field: 'Email',
  typed: 'maria@example.com',
  address: 'maria@example.com',
  heading: 'Check your email',
  insteadOfPasskey: 'Email me a code instead',
};

export const PHONE: Proof = {
  field: 'Phone number',
  typed: '+49 1512 3456789',
  address: '+4915123456789',
  heading: 'Check your messages',
  insteadOfPasskey: 'Text me a code instead',
};

export const USERNAME: Identifier = { field: 'Username', typed: 'maria' };

/** Up to the screen that offers a passkey. */
export async function signUpToPasskey({ auth }: Cast, { field, typed }: Identifier = EMAIL): Promise<void> {
  await auth.open();
  await auth.submitSignup({ [field]: typed });
  await auth.expectScreen('Create your passkey');
}

/** The person closes the prompt; the screen says so and offers another try, which is taken. */
export async function closePromptAndTryAgain({ auth, authenticator }: Cast): Promise<void> {
  await authenticator.ownerIsAway();
  await auth.press('Create passkey');
  await auth.closePrompt('create');
  await expect(auth.text('The passkey prompt was closed before it finished.')).toBeVisible();
  await authenticator.ownerAgrees();
  await auth.press('Try again');
}

/** The code that was just sent. */
export async function proveByCode({ auth, owner }: Cast, { address, heading }: Proof = EMAIL): Promise<void> {
  await auth.expectScreen(heading);
  await auth.enterCode(await owner.codeFor(address));
}

export async function signOutAndUseCard({ auth }: Cast): Promise<void> {
  await auth.signOut();
  await auth.lastIdentifierCard.click();
}

/** Sign-up and sign-in without a passkey on a device that could hold one. */
export async function preferCodes(cast: Cast, proof: Proof = EMAIL): Promise<void> {
  const { auth, authenticator } = cast;
  await signUpToPasskey(cast, proof);
  await auth.press(proof.insteadOfPasskey);
  await proveByCode(cast, proof);
  await auth.expectSignedInAs(proof.address);
  await auth.signOutToSignIn();
  await auth.submitIdentifier(proof.typed, proof.field);
  await proveByCode(cast, proof);
  await auth.expectScreen('Sign in faster next time');
  await auth.press('Maybe later');
  await auth.expectSignedInAs(proof.address);
  expect(await authenticator.passkeys()).toBe(0);
}

/** Sign-up and sign-in on a device that can hold no passkey: none is ever offered. */
export async function goWithoutPasskeys(cast: Cast, proof: Proof = EMAIL): Promise<void> {
  const { auth, authenticator } = cast;
  await authenticator.becomesOldSecurityKey();
  await auth.openOnKnownDevice();
  await auth.submitSignup({ [proof.field]: proof.typed });
  await proveByCode(cast, proof);
  await auth.expectSignedInAs(proof.address);
  await auth.signOutToSignIn();
  await auth.submitIdentifier(proof.typed, proof.field);
  await proveByCode(cast, proof);
  await auth.expectSignedInAs(proof.address);
}
