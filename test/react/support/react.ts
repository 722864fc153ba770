// React's packages are CommonJS: react-plugin.mjs serves this module with everything in it.
export { createElement, StrictMode, useState } from 'react';
export { createRoot, hydrateRoot } from 'react-dom/client';
export { flushSync } from 'react-dom';
export { renderToString } from 'react-dom/server';
