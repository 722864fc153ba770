import { html, nothing, type TemplateResult } from 'lit';
import { isMessageKey, type MessageKey, type Translate } from '../../localize/messages.js';
import { en } from '../../localize/en.js';
import type { BlockAction } from '../../process/block-actions.js';
import type { Step } from '../../process/step.js';
import { button } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';

const ICONS: ReadonlyMap<string, IconName> = new Map([
  ['email-verify', 'mail'],
  ['phone-verify', 'phone'],
  ['passkey-verify', 'passkey'],
  ['passkey-append', 'passkey'],
]);

/** The server's other ways on, in its order; "Maybe later" last and quiet. */
export function renderAlternatives(
  step: Step,
  t: Translate,
  blocked: boolean,
  act: (action: BlockAction) => void,
): TemplateResult | typeof nothing {
  const others = step.alternatives.filter(({ type }) => type !== 'completed');
  const skippable = others.length < step.alternatives.length;
  if (step.alternatives.length === 0) return nothing;
  return html`${others.map(({ type }) =>
    button({
      label: label(type, t),
      blocked,
      onClick: () => act({ type: 'choose-alternative', block: type }),
      ...(ICONS.has(type) ? { icon: ICONS.get(type) as IconName } : {}),
    }),
  )}${
    skippable
      ? button({
          label: t('alternative.completed'),
          kind: 'quiet',
          blocked,
          onClick: () => act({ type: 'skip' }),
        })
      : nothing
  }`;
}

function label(type: string, t: Translate): string {
  const key = `alternative.${type}`;
  return isMessageKey(en, key) ? t(key as MessageKey & 'alternative.other') : t('alternative.other');
}
