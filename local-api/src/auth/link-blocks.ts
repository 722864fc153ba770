import type { AuthType, BlockBody, Schemas } from '../contract.js';
import { verifyIdentifierBlock } from './blocks.js';
import { invalidSolution } from './verification-errors.js';

type Reason = Schemas['continueOnOtherDevice']['reason'];

/** Tells a page that the process goes on, or has ended, elsewhere. */
export function continueElsewhere(authType: AuthType, identifier: string, reason: Reason): BlockBody {
  const block = verifyIdentifierBlock(authType, { method: 'email-link', identifier });
  return { ...block, continueOnOtherDevice: { reason } };
}

/** Wrong, expired and unknown links look the same. */
export function deadLink(): BlockBody {
  return verifyIdentifierBlock('login', {
    method: 'email-link',
    identifier: '',
    error: invalidSolution('email-link'),
  });
}
