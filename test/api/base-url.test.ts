import { expect } from '@open-wc/testing';
import { ApiClient, type ApiClientOptions } from '../../src/api/api-client.js';
import { thrownBy } from './support/clients.js';

const clientWith = (options: Partial<ApiClientOptions> = {}) =>
  new ApiClient({ projectId: 'pro-1', ...options });

describe('base URL', () => {
  const good: [string, Partial<ApiClientOptions>, string][] = [
    ['comes from the project id', {}, 'https://pro-1.frontendapi.corbado.io'],
    ['takes another suffix', { frontendApiUrlSuffix: 'api.example.com' }, 'https://pro-1.api.example.com'],
    [
      'takes a suffix with a port',
      { frontendApiUrlSuffix: 'localhost:8080' },
      'https://pro-1.localhost:8080',
    ],
    ['treats an empty suffix as none', { frontendApiUrlSuffix: '' }, 'https://pro-1.frontendapi.corbado.io'],
    ['treats an empty URL as none', { frontendApiUrl: '' }, 'https://pro-1.frontendapi.corbado.io'],
    ['is the configured one', { frontendApiUrl: 'https://auth.example.com' }, 'https://auth.example.com'],
    ['loses a trailing slash', { frontendApiUrl: 'https://auth.example.com/' }, 'https://auth.example.com'],
    ['keeps a path prefix', { frontendApiUrl: 'https://example.com/auth/' }, 'https://example.com/auth'],
    ['may be http on localhost', { frontendApiUrl: 'http://localhost:8787' }, 'http://localhost:8787'],
    ['may be http on the loopback address', { frontendApiUrl: 'http://[::1]:8787' }, 'http://[::1]:8787'],
    ['may be the page’s own origin', { frontendApiUrl: '/' }, location.origin],
    ['may be a path of the page’s own origin', { frontendApiUrl: '/auth' }, `${location.origin}/auth`],
  ];
  for (const [name, options, expected] of good) {
    it(name, () => {
      expect(clientWith(options).baseUrl).to.equal(expected);
    });
  }

  it('is resolved against the base of the document', () => {
    const base = document.createElement('base');
    base.href = '/shop/';
    document.head.append(base);
    try {
      expect(clientWith({ frontendApiUrl: 'auth' }).baseUrl).to.equal(`${location.origin}/shop/auth`);
    } finally {
      base.remove();
    }
  });

  const bad: [Partial<ApiClientOptions>, string][] = [
    [{ projectId: '' }, 'missing_project_id'],
    ...['pro-', 'pro-1a', 'PRO-1', ' pro-1', 'pro-1\n', 'pro-1.evil.example', 'pro-1/', 'pro-1@evil'].map(
      (projectId): [Partial<ApiClientOptions>, string] => [{ projectId }, 'invalid_project_id'],
    ),
    ...[
      'http://auth.example.com',
      'ftp://auth.example.com',
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:https://auth.example.com/1',
      'https://user:pass@auth.example.com',
      'https://auth.example.com?x=1',
      'https://auth.example.com#x',
      'https://',
      '//[',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
    ].map((frontendApiUrl): [Partial<ApiClientOptions>, string] => [
      { frontendApiUrl },
      'invalid_frontend_api_url',
    ]),
    ...['evil.example/', 'evil.example?', '@evil.example', 'a b', '.evil.example', 'evil.example:99999'].map(
      (frontendApiUrlSuffix): [Partial<ApiClientOptions>, string] => [
        { frontendApiUrlSuffix },
        'invalid_frontend_api_url_suffix',
      ],
    ),
    ...[
      'auth.example.com',
      'https://*.example.com/x',
      'https://example.com/auth',
      'http://example.com',
      '*',
    ].map((origin): [Partial<ApiClientOptions>, string] => [
      { allowedApiOrigins: [origin] },
      'invalid_allowed_api_origin',
    ]),
  ];
  for (const [options, code] of bad) {
    it(`refuses ${JSON.stringify(options)}: ${code}`, () => {
      expect(thrownBy(() => clientWith(options))).to.include({ kind: 'configuration', code });
    });
  }
});

describe('URL named by a server', () => {
  const allowedApiOrigins = ['https://auth.example.com', 'http://localhost:8787'];

  const followed = [
    ['the vendor’s host for the project', 'https://pro-1.frontendapi.corbado.io'],
    ['the vendor’s newer host for the project', 'https://pro-1.frontendapi.cloud.corbado.io'],
    ['an allowed origin', 'https://auth.example.com'],
    ['an allowed origin in other spelling', 'HTTPS://Auth.Example.com:443/'],
    ['a path on an allowed origin', 'https://auth.example.com/v'],
    ['an allowed origin on this machine', 'http://localhost:8787'],
  ] as const;
  for (const [name, url] of followed) {
    it(`is followed when it is ${name}`, () => {
      const client = clientWith({ allowedApiOrigins });
      expect(client.adoptFrontendApiUrl(url)).to.equal(true);
      expect(client.baseUrl).to.equal(new URL(url).href.replace(/\/$/, ''));
    });
  }

  const hostile = [
    '',
    '/',
    'pro-1.frontendapi.corbado.io',
    '//pro-1.frontendapi.corbado.io',
    'http://pro-1.frontendapi.corbado.io',
    'https://pro-2.frontendapi.corbado.io',
    'https://pro-11.frontendapi.corbado.io',
    'https://frontendapi.corbado.io',
    'https://x.pro-1.frontendapi.corbado.io',
    'https://pro-1.frontendapi.corbado.io.evil.example',
    'https://pro-1.frontendapi.corbado.io@evil.example',
    'https://evil.example@pro-1.frontendapi.corbado.io',
    'https://evil.example/pro-1.frontendapi.corbado.io',
    'https://evil.example?https://pro-1.frontendapi.corbado.io',
    'https://evil.example#@pro-1.frontendapi.corbado.io',
    'https://evil.example\\@pro-1.frontendapi.corbado.io',
    'https://pro-1.frontendapi.corbado.io:8443',
    'https://pro-1.frontendapi.corbado.io?x=1',
    'https://pro-1.frontendapi.corbado.io#x',
    'https://pro-1.frontendapi.corbado.io%2eevil.example',
    'https://pro-1.frontendapi.corbado。io.evil.example',
    'https://pro-1.frontendapi.cοrbado.io',
    'https://auth.example.com.evil.example',
    'https://auth.example.com:444',
    'http://auth.example.com',
    'http://localhost:8788',
    'https://127.0.0.1',
    'wss://auth.example.com',
    'javascript:alert(1)//https://auth.example.com',
    'data:text/html,https://auth.example.com',
    'blob:https://auth.example.com/1',
    'file:///etc/passwd',
    'https://',
    'null',
    location.origin,
  ];
  for (const url of hostile) {
    it(`is ignored when it is ${JSON.stringify(url)}`, () => {
      const client = clientWith({ allowedApiOrigins });
      expect(client.adoptFrontendApiUrl(url)).to.equal(false);
      expect(client.baseUrl).to.equal('https://pro-1.frontendapi.corbado.io');
    });
  }

  it('never replaces a configured one', () => {
    const client = clientWith({ frontendApiUrl: '/auth', allowedApiOrigins });
    for (const url of [
      'https://pro-1.frontendapi.corbado.io',
      'https://auth.example.com',
      `${location.origin}/other`,
    ]) {
      expect(client.adoptFrontendApiUrl(url)).to.equal(false);
    }
    expect(client.baseUrl).to.equal(`${location.origin}/auth`);
  });

  it('counts as taken when it is the configured one', () => {
    const client = clientWith({ frontendApiUrl: 'https://auth.example.com' });
    expect(client.adoptFrontendApiUrl('https://auth.example.com/')).to.equal(true);
  });
});
