/** Blocks that offer to create a passkey; the second is the older name of the first one's variant `after-hybrid`. */
export function offersPasskey(type: string): type is 'passkey-append' | 'passkey-append-after-hybrid' {
  return type === 'passkey-append' || type === 'passkey-append-after-hybrid';
}

/** Init blocks are switched between without a request and left without a question. */
export function isInitBlock(type: string): type is 'login-init' | 'signup-init' {
  return type === 'login-init' || type === 'signup-init';
}
