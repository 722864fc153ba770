/** `login-init` → `auth-block-login-init`, `client:error` → `auth-block-client-error`. */
export function tagOf(type: string): string {
  return `auth-block-${type.replace(':', '-')}`;
}
