/** A person is not kept before an empty page for longer: then the site goes on by itself. Milliseconds. */
export const SILENCE_MS = 5_000;
