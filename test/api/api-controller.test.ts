import { ContextProvider } from '@lit/context';
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ApiClient } from '../../src/api/api-client.js';
import { apiContext } from '../../src/api/api-context.js';
import { ApiController } from '../../src/api/api-controller.js';

class ApiHostElement extends LitElement {
  static override properties = {
    client: { attribute: false },
    projectId: { attribute: 'project-id' },
    frontendApiUrl: { attribute: 'frontend-api-url' },
    frontendApiUrlSuffix: { attribute: 'frontend-api-url-suffix' },
    allowedApiOrigins: { attribute: false },
    unrelated: {},
  };
  declare client?: ApiClient;
  declare projectId?: string;
  declare frontendApiUrl?: string;
  declare frontendApiUrlSuffix?: string;
  declare allowedApiOrigins?: readonly string[];
  declare unrelated?: number;

  changes = 0;
  clientAtFirstRender: ApiClient | undefined;
  readonly api = new ApiController(this, () => this.changes++);

  override render() {
    if (!this.hasUpdated) this.clientAtFirstRender = this.api.client;
    return 'host';
  }
}
customElements.define('test-api-host', ApiHostElement);

class ApiProviderElement extends LitElement {
  readonly provider = new ContextProvider(this, { context: apiContext });
}
customElements.define('test-api-provider', ApiProviderElement);

const clientOf = (projectId: string) => new ApiClient({ projectId });

function element<T extends HTMLElement>(tag: string, properties: Partial<T> = {}): T {
  return Object.assign(document.createElement(tag) as T, properties);
}
const newHost = (properties: Partial<ApiHostElement> = {}) => element('test-api-host', properties);

function newProvider(projectId: string): ApiProviderElement {
  const provider = element<ApiProviderElement>('test-api-provider');
  provider.provider.setValue(clientOf(projectId));
  return provider;
}

async function connected(host: ApiHostElement, parent: HTMLElement = document.body): Promise<ApiHostElement> {
  parent.append(host);
  await host.updateComplete;
  return host;
}

describe('ApiController', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes a client from the host’s attributes before the first render', async () => {
    const host = await connected(newHost({ projectId: 'pro-1', frontendApiUrl: 'https://auth.example.com' }));
    expect(host.clientAtFirstRender).to.include({ projectId: 'pro-1', baseUrl: 'https://auth.example.com' });
    expect(host.changes).to.equal(1);
  });

  it('hands suffix and allowed origins to the client', async () => {
    const host = await connected(
      newHost({
        projectId: 'pro-1',
        frontendApiUrlSuffix: 'a.example',
        allowedApiOrigins: ['https://b.example'],
      }),
    );
    expect(host.api.client?.baseUrl).to.equal('https://pro-1.a.example');
    expect(host.api.client?.adoptFrontendApiUrl('https://b.example')).to.equal(true);
  });

  it('prefers the property to the provider and the attributes', async () => {
    const client = clientOf('pro-3');
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const host = await connected(newHost({ client, projectId: 'pro-1' }), provider);
    expect(host.api.client).to.equal(client);
  });

  it('prefers the provider to the attributes', async () => {
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const host = await connected(newHost({ projectId: 'pro-1' }), provider);
    expect(host.api.client?.projectId).to.equal('pro-2');
  });

  it('hands the provider’s own client to every host', async () => {
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const [one, two] = [await connected(newHost(), provider), await connected(newHost(), provider)];
    expect([one.api.client, two.api.client]).to.deep.equal([
      provider.provider.value,
      provider.provider.value,
    ]);
  });

  for (const change of [
    { projectId: 'pro-2' },
    { frontendApiUrl: '/' },
    { frontendApiUrlSuffix: 'a.example' },
    { allowedApiOrigins: ['https://b.example'] },
    { client: clientOf('pro-9') },
  ] satisfies Partial<ApiHostElement>[]) {
    it(`takes a new client when ${Object.keys(change).join()} changes`, async () => {
      const host = await connected(newHost({ projectId: 'pro-1' }));
      const { client } = host.api;
      Object.assign(host, change);
      await host.updateComplete;
      expect(host.api.client).not.to.equal(client);
      expect(host.changes).to.equal(2);
    });
  }

  it('keeps its client through updates that do not concern it', async () => {
    const host = await connected(newHost({ projectId: 'pro-1', allowedApiOrigins: ['https://b.example'] }));
    const { client } = host.api;
    host.unrelated = 1;
    host.allowedApiOrigins = ['https://b.example'];
    await host.updateComplete;
    expect(host.api.client).to.equal(client);
    expect(host.changes).to.equal(1);
  });

  it('follows the provider to another client', async () => {
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const host = await connected(newHost(), provider);
    provider.provider.setValue(clientOf('pro-3'));
    await host.updateComplete;
    expect(host.api.client?.projectId).to.equal('pro-3');
  });

  it('keeps its client when the host is moved within its provider', async () => {
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const host = await connected(newHost(), provider);
    const { client } = host.api;
    await connected(host, provider.appendChild(document.createElement('div')));
    expect(host.api.client).to.equal(client);
    expect(host.changes).to.equal(1);
  });

  it('falls back to the attributes when the host leaves its provider', async () => {
    const provider = newProvider('pro-2');
    document.body.append(provider);
    const host = await connected(newHost({ projectId: 'pro-1' }), provider);
    await connected(host, document.body);
    expect(host.api.client?.projectId).to.equal('pro-1');
  });

  it('changes nothing while the host is out of the document', async () => {
    const host = await connected(newHost({ projectId: 'pro-1' }));
    host.remove();
    host.projectId = 'pro-2';
    await host.updateComplete;
    expect(host.api.client?.projectId).to.equal('pro-1');

    await connected(host);
    expect(host.api.client?.projectId).to.equal('pro-2');
  });

  it('finds a provider that is defined after its host', async () => {
    const provider = document.createElement('test-api-late-provider');
    document.body.append(provider);
    const host = await connected(newHost({ projectId: 'pro-1' }), provider);
    class LateProvider extends LitElement {
      readonly provider = new ContextProvider(this, { context: apiContext, initialValue: clientOf('pro-2') });
    }
    customElements.define('test-api-late-provider', LateProvider);
    await host.updateComplete;
    expect(host.api.client?.projectId).to.equal('pro-2');
  });

  for (const [name, properties, code] of [
    ['no project id', {}, 'missing_project_id'],
    ['a wrong project id', { projectId: 'shop' }, 'invalid_project_id'],
    ['a wrong URL', { projectId: 'pro-1', frontendApiUrl: 'ftp://x' }, 'invalid_frontend_api_url'],
  ] as const) {
    it(`tells the developer about ${name}`, async () => {
      const host = await connected(newHost(properties));
      expect(host.api.client).to.equal(undefined);
      expect(host.api.error).to.include({ kind: 'configuration', code });
      expect(host.changes).to.equal(1);
    });
  }

  it('drops the error once the mistake is mended', async () => {
    const host = await connected(newHost());
    host.projectId = 'pro-1';
    await host.updateComplete;
    expect(host.api.error).to.equal(undefined);
    expect(host.api.client?.projectId).to.equal('pro-1');
  });
});
