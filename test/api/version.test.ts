import { expect } from '@open-wc/testing';
import { VERSION } from '../../src/version.js';

it('the version in the source is that of the package', async () => {
  const { version } = await (await fetch(new URL('../../package.json', import.meta.url))).json();
  expect(VERSION).to.equal(version);
});
