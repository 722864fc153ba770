import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/auth-process.js';
import '../../src/define/corbado-provider.js';
import {
  blockOf,
  memoryStorage,
  openWith,
  scriptedClient,
  scriptedFetch,
  scriptedWebAuthn,
} from '../../src/testing/index.js';

export default { title: 'Elements/corbado-provider', component: 'corbado-provider' } satisfies Meta;

const client = () =>
  scriptedClient(scriptedFetch({ 'POST /v2/auth/process/init': openWith(blockOf('login-init')) }));

/** Project, language and theme are named once; the elements inside take them over. */
export const SharedProject: StoryObj = {
  render: () =>
    html`<corbado-provider .client=${client()} locale="de" theme="dark">
      <auth-process history="off" .webauthn=${scriptedWebAuthn()} .storage=${memoryStorage()}></auth-process>
    </corbado-provider>`,
};
