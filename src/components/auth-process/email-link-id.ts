/** Parameter of an email link (behaviour.md 7.5); what reads the link is loaded only where it is there. */
export const EMAIL_LINK_ID = 'corbadoEmailLinkID';
