const LIT_DEV_MODE = /Lit is in dev mode/;

/**
 * What the page writes to the console. An error in it, an unhandled rejection among them, fails the test file: a test
 * that provokes one replaces `console.error` and asserts on it.
 */
export function filterBrowserLogs({ type, args }, result) {
  if (LIT_DEV_MODE.test(String(args[0]))) return false;
  if (type === 'error') {
    result.passed = false;
    result.errors = [...(result.errors ?? []), { message: `console.error: ${args.map(describe).join(' ')}` }];
  }
  return true;
}

function describe(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
