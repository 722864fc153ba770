interface SignUpForm {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What keeps a form from becoming an account, in words for the person; undefined when nothing does. */
export function signUpProblem({ name, email, password }: SignUpForm): string | undefined {
  if (name.trim() === '' || name.length > 100) return 'Tell us your name, in at most 100 characters.';
  if (!/^\S+@\S+$/.test(email.trim()) || email.length > 254) return 'This is not an email address.';
  if (password.length < 8) return 'The password needs at least 8 characters.';
  if (password.length > 200) return 'The password can have 200 characters at most.';
  return undefined;
}
