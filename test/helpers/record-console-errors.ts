/** Keeps what these tests make the kit tell the page's developer out of the console, where it would fail the file. */
export function recordConsoleErrors(): readonly string[] {
  const messages: string[] = [];
  const { error } = console;
  before(() => {
    console.error = (...args: unknown[]) => messages.push(args.map(String).join(' '));
  });
  beforeEach(() => (messages.length = 0));
  after(() => {
    console.error = error;
  });
  return messages;
}
