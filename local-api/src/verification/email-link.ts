import type { AuthType, Schemas } from '../contract.js';

type BlockData = Pick<
  Schemas['generalBlockVerifyIdentifier'],
  'identifier' | 'retryNotBefore' | 'verificationMethod' | 'isPostLoginVerification'
>;

/** What the page behind a link learns from its address (behaviour of the Frontend API, section 7.5). */
export interface EmailLinkContent {
  blockData: BlockData;
  authType: AuthType;
  process: {
    /** Stands for the process in the one request that uses the link. */
    tempId: string;
    projectId: string;
    /** Unix seconds. */
    expires: number;
    frontendApiUrl: string;
  };
}

/** @param page URL of the page that takes the link */
export function emailLink(
  page: URL,
  { blockData, authType, process }: EmailLinkContent,
  token: string,
): string {
  const content = { blockData, authType: authType === 'login' ? 0 : 1, process };
  const link = new URL(page);
  link.searchParams.set('corbadoEmailLinkID', Buffer.from(JSON.stringify(content)).toString('base64'));
  link.searchParams.set('corbadoToken', token);
  return link.href;
}
