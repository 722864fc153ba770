import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';

declare const axe: typeof Axe;

/** Rules whose "cannot tell" counts as a failure: each can be made certain by writing the element differently. */
const NO_INCOMPLETE = ['aria-valid-attr-value', 'label', 'color-contrast'];

/** What axe finds wrong with an element once it has come to rest, a line each. */
export async function axeFindings(element: Element): Promise<string[]> {
  comeToRest(element);
  const { violations, incomplete } = await axe.run(element, { resultTypes: ['violations', 'incomplete'] });
  const doubtful = incomplete.filter(({ id }) => NO_INCOMPLETE.includes(id));
  return [...violations, ...doubtful].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
  );
}

/** Colours are only right when nothing fades any more. */
function comeToRest(element: Element): void {
  const endless = (animation: Animation) =>
    animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
  const animations = [element, ...element.querySelectorAll('*')].flatMap((one) => [
    ...one.getAnimations({ subtree: true }),
    ...(one.shadowRoot?.getAnimations() ?? []),
  ]);
  for (const animation of animations) if (!endless(animation)) animation.finish();
}
