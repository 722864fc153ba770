/** What a screen may do without. */
export type OptionalPart = 'heading' | 'control';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
const CONTROL = 'button,input:not([type="hidden"]),select,textarea,a[href],[tabindex="0"]';

/** What is wrong with the markup of a screen, a sentence each; empty when nothing is. */
export function screenProblems(screen: Element, optional: readonly OptionalPart[] = []): string[] {
  const controls = [...screen.querySelectorAll<HTMLElement>(CONTROL)];
  return [
    ...headingProblems(screen, optional.includes('heading')),
    ...(controls.length === 0 && !optional.includes('control') ? ['No control can be reached.'] : []),
    ...controls.filter((control) => accessibleName(control) === '').map(nameless),
    ...descriptionProblems(screen),
    ...duplicateIds(screen),
    // The page's live region moves into an open dialog, and is styled by CSSOM.
    ...[...screen.querySelectorAll('[style]:not(.cbo-announcer)')].map(
      (one) => `<${one.localName}> has a style attribute.`,
    ),
  ];
}

/** Label, `aria-label`, `aria-labelledby` or text of a control: enough for controls of plain HTML. */
export function accessibleName(control: HTMLElement): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const by = idsIn(control, 'aria-labelledby').map((id) => root.getElementById(id)?.textContent ?? '');
  const labels = [...((control as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
  const name = [by.join(' '), control.getAttribute('aria-label') ?? '', labels.join(' ')].find(
    (candidate) => candidate.trim() !== '',
  );
  return (name ?? control.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Texts that `aria-describedby` names, in its order. A name that leads nowhere counts as empty. */
export function descriptionsOf(control: Element): string[] {
  const root = control.getRootNode() as Document | ShadowRoot;
  return idsIn(control, 'aria-describedby').map((id) => root.getElementById(id)?.textContent?.trim() ?? '');
}

function headingProblems(screen: Element, optional: boolean): string[] {
  const headings = [...screen.querySelectorAll(HEADING)];
  const count = headings.filter((heading) => !heading.closest('dialog')).length;
  const dialogs = [...screen.querySelectorAll('dialog[open]')].map(
    (one) => one.querySelectorAll(HEADING).length,
  );
  return [
    ...(count === 1 || (count === 0 && optional) ? [] : [`There are ${count} headings instead of one.`]),
    ...dialogs.filter((some) => some !== 1).map((some) => `A dialog has ${some} headings instead of one.`),
  ];
}

function descriptionProblems(screen: Element): string[] {
  return [...screen.querySelectorAll('[aria-describedby]')]
    .filter((control) => descriptionsOf(control).includes(''))
    .map((control) => `<${control.localName}> is described by something that is not in its tree.`);
}

function duplicateIds(screen: Element): string[] {
  const root = screen.getRootNode() as Document | ShadowRoot;
  return [...screen.querySelectorAll('[id]')]
    .filter(({ id }) => root.querySelectorAll(`#${CSS.escape(id)}`).length > 1)
    .map(({ id }) => `The id ${id} is there more than once.`);
}

const nameless = (control: HTMLElement): string =>
  `<${control.localName}${control.className ? ` class="${control.className}"` : ''}> has no name.`;

const idsIn = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
