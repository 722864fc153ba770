import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function* testsOf(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, path: [...path, test.name] };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...path, inner.name]);
}

function countSession(session, results) {
  const file = relative('.', session.testFile ?? '');
  const fail = (name, message) =>
    results.failures.push({ browser: session.browser.name, file, name, message: message ?? 'no message' });

  for (const test of testsOf(session.testResults)) {
    if (test.skipped) results.skipped += 1;
    else if (test.passed) results.passed += 1;
    else fail(test.path.join(' > '), test.error?.message);
  }
  // A file that did not load, a failed hook or an error in the console: no test carries it.
  const errors = (session.errors ?? []).map((error) => error.message);
  if (errors.length > 0) fail('(test file)', errors.join('\n'));
  else if (!session.testResults) fail('(test file)', 'did not run');
}

/**
 * Ends the output with `unit: N passed, N failed, N skipped`, counted over tests and browsers. With RESULTS_FILE set,
 * writes `{ suite, passed, failed, skipped, failures }` there as JSON.
 */
export function countingReporter({ resultsFile = process.env.RESULTS_FILE } = {}) {
  return {
    onTestRunFinished({ sessions }) {
      const results = { suite: 'unit', passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const session of sessions) countSession(session, results);
      results.failed = results.failures.length;
      if (resultsFile) writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
      process.once('exit', () => {
        console.log(`unit: ${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
      });
    },
  };
}
