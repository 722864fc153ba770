const LIMIT_MS = 5_000;

/** Resolves as soon as the condition holds; looked at in every task. Rejects after five seconds, naming what did not come. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > LIMIT_MS) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
