import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import './preview.css';
import { applyToolbar } from './toolbar.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Elements',
          'Processes',
          ['Sign-up', 'Sign-in', 'Codes and links', 'Providers', 'Detours'],
          'Blocks',
          ['First screens', 'Passkeys', 'Verification', 'Endings', 'Client states'],
          'Tokens',
        ],
      },
    },
    // An accessibility violation fails the story.
    a11y: { test: 'error' },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { icon: 'contrast', title: 'Theme', items: ['auto', 'light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Writing direction',
      toolbar: { icon: 'transfer', title: 'Direction', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: { icon: 'globe', title: 'Language', items: ['en', 'de'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en' },
  decorators: [applyToolbar],
};

export default preview;
