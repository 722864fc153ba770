/** The look of the provider page; a file of its own, so that the page can forbid every inline style. */
export const providerStyle = `:root {
  --surface: light-dark(#ffffff, #1b1d22);
  --ground: light-dark(#f2f4f7, #101216);
  --text: light-dark(#1a1d23, #eceef2);
  --quiet: light-dark(#565d6b, #a8afbd);
  --line: light-dark(#7b8494, #7d8698);
  --accent: light-dark(#1a56c4, #8ab4ff);
  --on-accent: light-dark(#ffffff, #0b1730);
  --error: light-dark(#b3261e, #ffb4ab);
  color-scheme: light dark;
}
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0;
  min-block-size: 100vh;
  display: grid;
  place-items: center;
  padding: 1rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
}
main {
  inline-size: 100%;
  max-inline-size: 26rem;
  padding: 2rem;
  border: 1px solid color-mix(in srgb, var(--line) 40%, transparent);
  border-radius: 1rem;
  background: var(--surface);
  overflow-wrap: anywhere;
}
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
.provider { font-weight: 600; }
.provider span, small { color: var(--quiet); font-weight: 400; }
small { display: block; font-size: 0.875rem; }
.error { color: var(--error); font-weight: 600; }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; }
legend { padding: 0; margin-block-end: 0.5rem; font-weight: 600; }
.choice {
  display: flex;
  gap: 0.75rem;
  align-items: center;
  min-block-size: 3.5rem;
  padding: 0.5rem 0.75rem;
  margin-block-end: 0.5rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
}
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
input[type='radio'] { flex: none; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); }
.other { display: grid; gap: 0.25rem; padding-block-start: 0.5rem; }
.choice:not(:has(:checked)) + .other { display: none; }
.other input {
  inline-size: 100%;
  min-block-size: 2.75rem;
  margin-block-end: 0.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
  background: transparent;
  color: inherit;
  font: inherit;
}
.actions { display: grid; gap: 0.5rem; }
button {
  min-block-size: 2.75rem;
  padding: 0.5rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 0.625rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button.quiet { background: transparent; color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
