import { languageTags } from '../../../localize/language-tags.js';
import { speaksAsAsked, type Localization } from '../../../localize/localize-context.js';
import type { PasskeyRow } from '../../../process/passkeys/passkey-row.js';

/** What is said of one passkey of a list. */
export interface PasskeyWords {
  /** Of what keeps it, or what stands in for that. */
  readonly name: string;
  /** Where it is: short words, each for itself. */
  readonly tags: readonly string[];
  /** When and where it was created, and when it was used last. */
  readonly lines: readonly string[];
  /** Name of the button that deletes it. */
  readonly deleteLabel: string;
}

/** How exactly a moment is told: no more than it takes. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'medium' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'medium' },
];

const nameOf = ({ name }: PasskeyRow, { t }: Localization): string => name || t('passkeyList.nameless');

/** A moment in the language of the words and the reader's zone; as the reader's region writes it, where that has the language. */
function moment(ms: number, localization: Localization, style = STYLES[0]): string {
  const { locale, language } = localization;
  const tags = languageTags(speaksAsAsked(localization) ? locale : language);
  return new Intl.DateTimeFormat(tags, style).format(ms);
}

/** When a passkey was created, so that it is no other one of its name. */
function creation(row: PasskeyRow, all: readonly PasskeyRow[], localization: Localization): string {
  const told = ({ createdMs }: PasskeyRow, style: Intl.DateTimeFormatOptions | undefined) =>
    createdMs === undefined ? '' : moment(createdMs, localization, style);
  const name = nameOf(row, localization);
  const namesakes = all.filter((other) => other !== row && nameOf(other, localization) === name);
  const isClear = (style: Intl.DateTimeFormatOptions) =>
    namesakes.every((other) => told(other, style) !== told(row, style));
  return told(row, STYLES.find(isClear) ?? STYLES.at(-1));
}

function created({ browser, os }: PasskeyRow, date: string, { t }: Localization): string {
  if (date === '') return '';
  if (browser && os) return t('passkeyList.createdInOn', { date, browser, os });
  if (browser) return t('passkeyList.createdIn', { date, browser });
  return os ? t('passkeyList.createdOn', { date, os }) : t('passkeyList.created', { date });
}

function lastUsed({ lastUsedMs }: PasskeyRow, localization: Localization): string {
  const { t } = localization;
  if (lastUsedMs === undefined) return t('passkeyList.neverUsed');
  return t('passkeyList.lastUsed', { date: moment(lastUsedMs, localization) });
}

/** What to say of one of these passkeys. */
export function passkeyWords(
  row: PasskeyRow,
  all: readonly PasskeyRow[],
  localization: Localization,
): PasskeyWords {
  const { t } = localization;
  const name = nameOf(row, localization);
  const date = creation(row, all, localization);
  return {
    name,
    tags: [row.isHere && t('passkeyList.here'), row.isSynced && t('passkeyList.synced')].filter(
      (tag) => tag !== false,
    ),
    lines: [created(row, date, localization), lastUsed(row, localization)].filter((line) => line !== ''),
    deleteLabel: date ? t('passkeyList.deleteCreated', { name, date }) : t('passkeyList.delete', { name }),
  };
}
