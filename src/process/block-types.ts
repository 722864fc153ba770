/** Init blocks are switched between without a request and left without a question. */
export function isInitBlock(type: string): type is 'login-init' | 'signup-init' {
  return type === 'login-init' || type === 'signup-init';
}
