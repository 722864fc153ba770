import type { StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { until, type BlockFixture, type ProcessStage, type StagedElement } from '../../src/testing/index.js';
import { stageStory } from './stage-story.js';

/** A walk in English, whatever the toolbar says: it presses buttons by their names. */
export const englishWalk = <Staged extends StagedElement>(
  fixture: BlockFixture,
  walk: (stage: ProcessStage<Staged>) => Promise<unknown>,
): StoryObj =>
  stageStory<Staged>(fixture, { prepare: (element) => element.setAttribute('locale', 'en'), walk });

/** Waits until the element has left the page to the site. */
export async function handsOver(stage: ProcessStage<StagedElement>): Promise<void> {
  await until(() => stage.screen === undefined, 'the site’s own page');
  await expect(stage.element.offsetHeight).toBe(0);
}
