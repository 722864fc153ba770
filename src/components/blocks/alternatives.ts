import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey, Translate } from '../../localize/messages.js';
import type { BlockAction } from '../../process/block-actions.js';
import type { Step } from '../../process/step.js';
import { button } from '../ui/button.js';
import { passkeyIcon, type Icon } from '../ui/icon.js';
import { mailIcon, phoneIcon } from '../ui/later-icons.js';

const ICONS: ReadonlyMap<string, Icon> = new Map([
  ['email-verify', mailIcon],
  ['phone-verify', phoneIcon],
  ['passkey-verify', passkeyIcon],
  ['passkey-append', passkeyIcon],
  ['passkey-append-after-hybrid', passkeyIcon],
]);

const LABELS: ReadonlyMap<string, Extract<MessageKey, `alternative.${string}`>> = new Map([
  ['login-init', 'alternative.login-init'],
  ['signup-init', 'alternative.signup-init'],
  ['email-verify', 'alternative.email-verify'],
  ['phone-verify', 'alternative.phone-verify'],
  ['passkey-verify', 'alternative.passkey-verify'],
  ['passkey-append', 'alternative.passkey-append'],
  ['passkey-append-after-hybrid', 'alternative.passkey-append'],
]);

function labelOf({ type, data }: Step, t: Translate): string {
  const { verificationMethod } = data as { readonly verificationMethod?: unknown };
  if (verificationMethod === 'email-link') return t('alternative.email-link');
  return t(LABELS.get(type) ?? 'alternative.other');
}

/** The server's other ways on, in its order; "Maybe later" last and quiet. Where they `lead`, the first is what the screen advises. */
export function renderAlternatives(
  { alternatives }: Pick<Step, 'alternatives'>,
  t: Translate,
  blocked: boolean,
  act: (action: BlockAction) => void,
  lead = false,
): TemplateResult | typeof nothing {
  const others = alternatives.filter(({ type }) => type !== 'completed');
  const skippable = others.length < alternatives.length;
  if (alternatives.length === 0) return nothing;
  return html`${others.map((other, index) =>
    button({
      kind: lead && index === 0 ? 'primary' : 'secondary',
      label: labelOf(other, t),
      blocked,
      onClick: () => act({ type: 'choose-alternative', block: other.type }),
      ...(ICONS.has(other.type) ? { icon: ICONS.get(other.type) } : {}),
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
