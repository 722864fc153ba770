import type { Locator, Page } from '@playwright/test';
import { setTimeout as delay } from 'node:timers/promises';
import { Prompts } from '../prompts.js';
import { VirtualAuthenticator } from '../virtual-authenticator.js';
import type { Site } from './model.js';
import { look, noteSubmission, type View } from './screen.js';
import type { Traffic } from './traffic.js';

/** Real milliseconds after which a wait counts as one without an end. */
const LIMIT_MS = 20_000;
/** A request in the background does not keep a screen from being looked at for longer. */
const BACKGROUND_MS = 1_000;
/** Waits on the page's own clock are cut short by this much at a time. */
const SKIP_MS = 250;

/** The page is on its way to another one. */
const LEAVING =
  /Execution context was destroyed|navigat|Target page, context or browser has been closed|Cannot find context|frame was detached/i;

/** A tab with a page of the site, or wherever its person has gone from there. */
export class Tab {
  /** What the person has typed last, by field name. */
  readonly typed = new Map<string, string>();

  private constructor(
    readonly page: Page,
    readonly prompts: Prompts,
    readonly authenticator: VirtualAuthenticator,
    readonly site: Site,
    private readonly traffic: Traffic,
  ) {}

  static async open(page: Page, traffic: Traffic, site: Site): Promise<Tab> {
    const authenticator = await VirtualAuthenticator.add(page);
    await authenticator.ownerIsAway();
    const prompts = new Prompts(page);
    await prompts.observe();
    await page.addInitScript(noteSubmission);
    return new Tab(page, prompts, authenticator, site, traffic);
  }

  /** The kit's elements on the page. */
  get elements(): Locator {
    return this.page.locator(this.site.tags.join());
  }

  /** What is shown now, or `undefined` while the page is being left. */
  async look(): Promise<View | undefined> {
    return look(this.page, this.site.tags).catch(unlessLeaving);
  }

  /** Resolves when nothing more happens until somebody does something. Rejects when that never comes. */
  async rest(): Promise<View> {
    const started = performance.now();
    for (let view = await this.look(); ; view = await this.look()) {
      const waited = performance.now() - started;
      const underWay = this.traffic.underWay(this.page);
      const isInBackground = waited > BACKGROUND_MS && !this.traffic.isLeaving(this.page);
      if (view?.rests && (underWay === 0 || isInBackground)) return view;
      if (waited > LIMIT_MS) throw new Error(`Never came to rest: ${describe(view)}, ${underWay} requests`);
      if (underWay > 0 || !view) await delay(5);
      else await this.page.clock.fastForward(SKIP_MS).catch(unlessLeaving);
    }
  }
}

function unlessLeaving(cause: unknown): undefined {
  if (!LEAVING.test(String(cause))) throw cause;
}

export function describe(view: View | undefined): string {
  if (!view) return 'a page being left';
  const screens = view.screens.map(({ type, isSilent, pending, problem, buttons }) => {
    const state = [pending && `${pending} under way`, problem && `${problem} failed`]
      .filter(Boolean)
      .join(', ');
    return `${isSilent ? 'silence' : type || 'nothing'}${state && ` (${state})`} [${buttons.map(({ name }) => name).join(' | ')}]`;
  });
  const form = view.ownForm ? `form ${view.ownForm.email || 'of nobody'}` : '';
  return [view.path, ...screens, form, view.prompt ? `prompt ${view.prompt}` : ''].filter(Boolean).join(' ');
}
