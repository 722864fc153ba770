import { html, type TemplateResult } from 'lit';
import type { MessageKey, Translate } from '../../localize/messages.js';
import type { PasskeyAppendData } from '../../process/block-data.js';
import { icon, type Icon } from '../ui/icon.js';
import { faceIcon, fingerprintIcon, keypadIcon, shieldIcon } from '../ui/later-icons.js';

type IconSet = PasskeyAppendData['passkeyIconSet'];

const UNLOCK: Readonly<Record<IconSet, { readonly icon: Icon; readonly title: MessageKey }>> = {
  default: { icon: faceIcon, title: 'passkeyAppend.unlock' },
  apple: { icon: faceIcon, title: 'passkeyAppend.unlock.apple' },
  android: { icon: fingerprintIcon, title: 'passkeyAppend.unlock.android' },
  windows: { icon: keypadIcon, title: 'passkeyAppend.unlock.windows' },
};

/** What a passkey is good for, in two lines; explained once, where it is first offered. */
export function passkeyBenefits(t: Translate, app: string, iconSet: IconSet): TemplateResult {
  const unlock = UNLOCK[iconSet];
  return html`<ul class="cbo-points" role="list">
    ${benefit(unlock.icon, t(unlock.title as 'passkeyAppend.unlock'), t('passkeyAppend.unlockText'))}
    ${benefit(shieldIcon, t('passkeyAppend.safe'), t('passkeyAppend.safeText', { app }))}
  </ul>`;
}

function benefit(name: Icon, title: string, text: string): TemplateResult {
  return html`<li>
    ${icon(name)}
    <div>
      <span class="cbo-point-title" .textContent=${title}></span>
      <span class="cbo-point-text" .textContent=${text}></span>
    </div>
  </li>`;
}
