import type { BlockBody, LoginIdentifierType } from '../../api/types.js';
import { readPasskeyAppend, readPasskeyVerify } from '../block-data.js';
import { offersPasskey } from '../block-types.js';
import { dataOf, text } from '../fields.js';
import type { TypedValues } from '../step.js';
import { provesIdentifier } from './verification.js';

/** What the person must have typed to stand at a block that a page load resumes. A sign-in may show more, but masked. */
export function typedBefore(body: BlockBody): TypedValues {
  const fields = dataOf(body);
  if (body.authType !== 'signup') {
    const identifier = body.block === 'passkey-verify' ? readPasskeyVerify(fields).identifierValue : '';
    return identifier === '' ? {} : { identifier };
  }
  if (offersPasskey(body.block)) {
    const { identifierType, identifierValue } = readPasskeyAppend(fields);
    return typed(identifierType, identifierValue);
  }
  if (!provesIdentifier(body.block)) return {};
  const isPhone = body.block === 'phone-verify' || fields['verificationMethod'] === 'phone-otp';
  return typed(isPhone ? 'phone' : 'email', text(fields['identifier']));
}

function typed(type: LoginIdentifierType, identifier: string): TypedValues {
  return identifier === '' ? {} : { identifiers: [{ type, identifier }] };
}
