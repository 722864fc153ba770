import { expect } from '@open-wc/testing';
import { oauthTarget } from '../../../src/process/drivers/oauth-target.js';

const trusted = {
  page: 'https://shop.example',
  api: 'https://auth.shop.example/frontend',
  projectId: 'pro-1',
  allowed: ['https://login.partner.example', 'http://localhost:7000'],
};

describe('the address of a provider', () => {
  const fine = [
    ['https://accounts.google.com/o/oauth2/v2/auth?client_id=1&state=2', 'Google'],
    ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', 'Microsoft'],
    ['https://github.com/login/oauth/authorize?client_id=1', 'GitHub'],
    ['https://shop.example/oauth', 'the page’s own origin'],
    ['https://auth.shop.example/v2/auth/social', 'the origin of the API'],
    ['https://pro-1.frontendapi.corbado.io/x', 'the vendor’s host of the project'],
    ['https://pro-1.frontendapi.cloud.corbado.io/x', 'the vendor’s other host of the project'],
    ['https://login.partner.example/', 'an origin the page allows'],
    ['http://localhost:7000/oauth', 'an origin the page allows on this device'],
    ['https://github.com:443/login', 'the usual port, written out'],
    ['HTTPS://GitHub.com/login', 'other letters of the same host'],
  ] as const;
  for (const [address, why] of fine)
    it(`may be ${why}: ${address}`, () =>
      expect(oauthTarget(address, trusted)?.href).to.equal(new URL(address).href));

  const hostile = [
    ['https://evil.test/', 'an unknown origin'],
    ['http://github.com/login', 'http on the network'],
    ['http://shop.example/oauth', 'http at the page’s own host'],
    ['http://localhost:7001/', 'another port of this device'],
    ['https://github.com:8443/', 'another port of a known host'],
    ['https://github.com@evil.test/', 'a known host as user name'],
    ['https://user@github.com/', 'a user name'],
    ['https://:secret@github.com/', 'a password'],
    ['https://github.com.evil.test/', 'a known host as prefix'],
    ['https://evilgithub.com/', 'a known host as suffix'],
    ['https://gist.github.com/', 'a subdomain of a known host'],
    ['https://github.com./', 'a trailing dot'],
    ['https://accounts.google.com%2eevil.test/', 'an encoded dot'],
    ['https:\\\\evil.test', 'backslashes'],
    ['https://gіthub.com/', 'a Cyrillic letter'],
    ['https://pro-2.frontendapi.corbado.io/', 'another project'],
    ['https://frontendapi.corbado.io/', 'no project'],
    ['//evil.test/', 'no scheme'],
    ['/oauth', 'a path'],
    ['', 'nothing'],
    ['javascript:alert(1)', 'a script'],
    ['java\nscript:alert(1)', 'a script with a line break in its scheme'],
    ['  javascript:alert(1)', 'a script after spaces'],
    ['data:text/html,<script>alert(1)</script>', 'a document in the address'],
    ['blob:https://github.com/1', 'a blob of a known origin'],
    ['filesystem:https://github.com/temporary/x', 'a file of a known origin'],
    ['intent://github.com/#Intent;scheme=https;end', 'an app'],
    ['ftp://github.com/', 'another protocol'],
    ['https://', 'no host'],
    ['https://github.com:99999/', 'an impossible port'],
  ] as const;
  for (const [address, why] of hostile)
    it(`may not be ${why}: ${JSON.stringify(address)}`, () =>
      expect(oauthTarget(address, trusted)).to.equal(undefined));

  it('is taken as the browser would read it', () =>
    expect(oauthTarget('https://accounts.google.com\\@evil.test/', trusted)?.href).to.equal(
      'https://accounts.google.com/@evil.test/',
    ));

  it('may not be an origin that the page allows without one', () =>
    expect(oauthTarget('data:,x', { ...trusted, allowed: ['null'] })).to.equal(undefined));
});
