import { primaryIdentifier } from '../auth/auth-context.js';
import { acceptRegistration, newCredential } from '../ceremonies/accept-registration.js';
import { issueCreationOptions } from '../ceremonies/issue-options.js';
import type { RequestBody, ResponseBody } from '../contract.js';
import { ApiError } from '../http/api-error.js';
import type { RequestContext } from '../http/request-context.js';
import { ceremonyType } from '../webauthn/ceremony-type.js';
import { requireSession } from './current-session.js';
import { passkey } from './passkey.js';
import { refusedPasskey } from './refused-passkey.js';

export async function currentUserPasskeyGet(
  context: RequestContext,
): Promise<ResponseBody<'CurrentUserPasskeyGet'>> {
  const { user } = await requireSession(context);
  const passkeys = (await context.store.credentials.listOfUser(user.id)).map((credential) =>
    passkey(credential),
  );
  return { passkeys, paging: { page: 1, totalPages: 1, totalItems: passkeys.length } };
}

export async function currentUserPasskeyAppendStart(
  context: RequestContext,
): Promise<ResponseBody<'CurrentUserPasskeyAppendStart'>> {
  const { session, user } = await requireSession(context);
  const attestationOptions = await issueCreationOptions(context, session.id, {
    userHandle: user.userHandle,
    userName: primaryIdentifier(context.settings, user.identifiers).identifier,
    displayName: user.fullName,
    existing: await context.store.credentials.listUsable(user.id, context.rpId),
  });
  return { attestationOptions };
}

export async function currentUserPasskeyAppendFinish(
  context: RequestContext,
  body: RequestBody<'CurrentUserPasskeyAppendFinish'>,
): Promise<undefined> {
  const { session, user } = await requireSession(context);
  const credential = await acceptRegistration(context, {
    owner: session.id,
    userHandle: user.userHandle,
    text: body.attestationResponse,
    field: 'attestationResponse',
  });
  if (!credential) throw refusedPasskey();
  const stored = await context.store.credentials.create(newCredential(context, user.id, credential));
  const { clientEnvHandle } = body.clientInformation;
  if (clientEnvHandle && ceremonyType(credential.attachment, credential.transports) === 'local') {
    await context.store.credentials.recordDevice(stored.id, clientEnvHandle);
  }
}

export async function currentUserPasskeyDelete(
  context: RequestContext,
): Promise<ResponseBody<'CurrentUserPasskeyDelete'>> {
  const { user } = await requireSession(context);
  const id = context.pathParameters['credentialID'] ?? '';
  if (!(await context.store.credentials.delete(id, user.id))) {
    throw new ApiError(404, 'not_found', `There is no passkey ${id}.`);
  }
  return { id };
}
