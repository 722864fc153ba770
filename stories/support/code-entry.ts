import type { StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { answerWith, silence, type BlockFixture } from '../../src/testing/index.js';
import { keyIn, openChange, part, pasteCode, pressPart } from './screen-steps.js';
import { stageStory } from './stage-story.js';

const FINISH = 'POST /v2/auth/identifier/verify/finish';

type WrongCode = Parameters<typeof answerWith>[0];

/** What a person does at the field of a code, which every block that proves an identifier has. */
export function codeEntry(fixture: BlockFixture, wrong: WrongCode) {
  const finishing = (answer: typeof silence): BlockFixture => ({
    ...fixture,
    script: { ...fixture.script, [FINISH]: answer },
  });
  return {
    /** A code of which three digits are typed. */
    typing: stageStory(fixture, { walk: (stage) => keyIn(stage, '481') }),
    /** All six are typed: nothing is sent before the person says so. */
    typed: stageStory(fixture, {
      walk: async (stage) => {
        await keyIn(stage, '481926');
        await expect(stage.actions).toEqual([]);
      },
    }),
    /** Pasted as people copy it: sent by itself. */
    pasted: stageStory(finishing(silence), {
      walk: async (stage) => {
        await pasteCode(stage, '481 926\n');
        await expect(stage.actions).toEqual([{ type: 'submit-code', code: '481926' }]);
      },
    }),
    /** The wrong code is selected, so that the next one replaces it, and the focus has not moved. */
    wrongCodeTyped: stageStory(finishing(answerWith(wrong)), {
      walk: async (stage) => {
        await keyIn(stage, '481925');
        await pressPart(stage, '[type="submit"]');
        const field = await part<HTMLInputElement>(stage, '[aria-invalid="true"]');
        await expect(stage.focused).toBe(field);
        await expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6]);
      },
    }),
    /** Verify, with a digit missing. */
    incomplete: stageStory(fixture, {
      walk: async (stage) => {
        await keyIn(stage, '481');
        await pressPart(stage, '[type="submit"]');
        await part(stage, '[aria-invalid="true"]');
      },
    }),
  };
}

/** Another address or number, which the server refuses. */
export function changeRefused(fixture: BlockFixture, type: 'email' | 'phone', value: string): StoryObj {
  const selector = `[name="${type}"]`;
  return stageStory(fixture, {
    walk: async (stage) => {
      await openChange(stage);
      const field = await part<HTMLInputElement>(stage, selector);
      field.value = '';
      await keyIn(stage, value, selector);
      await pressPart(stage, '[type="submit"]');
      await part(stage, '[aria-invalid="true"]');
    },
  });
}
