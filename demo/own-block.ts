import { registerBlock, type AuthProcess } from '../src/index.js';
import { byId } from './elements.js';
import { localApi } from './local-api-client.js';
import { ShopLoginBlock } from './shop-login-block.js';
import { loadTermsOfService, termsOfService } from './terms-of-service.js';

const { type, tag, actions } = termsOfService;
const LATE_MS = 3_000;

/** Query parameter `block` → how the page draws the block. */
const VARIANTS: Readonly<Record<string, (element: AuthProcess) => unknown>> = {
  'at-hand': async () => registerBlock({ type, tag, actions, element: await loadTermsOfService() }),
  lazy: () => registerBlock(termsOfService),
  failing: () => registerBlock({ type, tag, actions, load: failingOnce(loadTermsOfService) }),
  late: (element) => {
    element.addEventListener('cbo-unknown-block', () => {
      setTimeout(() => registerBlock(termsOfService), LATE_MS);
    });
  },
  undefined: () => registerBlock({ type, tag: 'shop-never-defined', actions }),
  none: () => undefined,
  known: (element) => {
    element.initialBlock = 'login-init';
    element.blocks = [{ type: 'login-init', tag: 'shop-login', element: ShopLoginBlock }];
  },
};

const wanted = new URLSearchParams(location.search).get('block') ?? 'at-hand';
const element = document.querySelector('auth-process');
const variant = Object.hasOwn(VARIANTS, wanted) ? VARIANTS[wanted] : VARIANTS['at-hand'];
if (element) void variant?.(element);

/** As a chunk that cannot be reached at first. */
function failingOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let failed = false;
  return () => {
    if (failed) return load();
    failed = true;
    return Promise.reject(new TypeError('The module could not be loaded.'));
  };
}

const state = byId('terms-state', HTMLElement);
const change = byId('terms-switch', HTMLButtonElement);
change.addEventListener('click', () => void attempt(toggle));
void attempt(async () => showSetting((await localApi.settings())['ownBlock'] !== null));

async function toggle(): Promise<void> {
  const { ownBlock } = await localApi.settings();
  const changed = await localApi.changeSettings({ ownBlock: ownBlock === null ? type : null });
  showSetting(changed['ownBlock'] !== null);
}

function showSetting(on: boolean): void {
  state.textContent = on ? 'On: create an account to be asked for them.' : 'Off: sign-ups end without them.';
  change.textContent = on ? 'Turn off' : 'Turn on';
  change.hidden = false;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    state.textContent = 'The local API cannot be reached. Is it running?';
  }
}
