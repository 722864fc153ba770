/** Digits of a one-time code. */
export const CODE_LENGTH = 6;

/**
 * The code in whatever a person or their device put into the field: `123456`, `123 456`, `123-456`, full-width digits, or a
 * whole message with one group of six.
 */
export function codeIn(input: string): string {
  const plain = input.normalize('NFKC');
  const group = /(?<!\d)\d{3}[\s\-‐-―]?\d{3}(?!\d)/u.exec(plain)?.[0];
  return (group ?? plain).replace(/\D/g, '').slice(0, CODE_LENGTH);
}

/** Whether an input event came from paste, drop or autofill: only then a complete code is submitted by itself. */
export function isWhole(event: Event): boolean {
  const inputType = (event as Partial<InputEvent>).inputType;
  return (
    inputType === undefined ||
    inputType === '' ||
    !/^(insertText|insertCompositionText|delete)/.test(inputType)
  );
}
