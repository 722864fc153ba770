import type { StoryObj } from '@storybook/web-components-vite';
import {
  ProcessStage,
  type BlockFixture,
  type StagedElement,
  type StageOptions,
} from '../../src/testing/index.js';
import type { AuthProcess } from '../../src/components/auth-process/auth-process.js';

interface StageStoryOptions<Staged extends StagedElement> extends StageOptions {
  /** Sets up the element further, before it is drawn. */
  readonly prepare?: (element: Staged) => void;
  /** What the kit tells the page's developer here. */
  readonly expectedMessage?: RegExp;
  /** Walks on from where the fixture leads. */
  readonly walk?: (stage: ProcessStage<Staged>) => Promise<unknown>;
}

/** A story of one state, reached in a real element whose server and authenticator are scripted. */
export function stageStory<Staged extends StagedElement = AuthProcess>(
  fixture: BlockFixture,
  options: StageStoryOptions<NoInfer<Staged>> = {},
): StoryObj {
  const { prepare, expectedMessage, walk, ...stageOptions } = options;
  const shown = new WeakMap<
    Element,
    { stage: ProcessStage<Staged>; arrived: Promise<ProcessStage<Staged>>; look: string }
  >();

  return {
    beforeEach: ({ canvasElement }) => {
      shown.delete(canvasElement);
      const restore = [withoutGesture(), expectMessage(expectedMessage)];
      return () => restore.forEach((undo) => undo());
    },
    render: (_, { canvasElement, globals }) => {
      // The catalogue draws a story again for reasons of its own: only another look is another element.
      const look = JSON.stringify(globals);
      const present = shown.get(canvasElement);
      if (present?.look === look) return present.stage.element;
      const stage = new ProcessStage<Staged>(fixture, stageOptions);
      prepare?.(stage.element);
      stage.visit();
      shown.set(canvasElement, { stage, look, arrived: stage.arrive() });
      return stage.element;
    },
    play: async ({ canvasElement }) => {
      const stage = await shown.get(canvasElement)?.arrived;
      if (!stage) throw new Error('The story has drawn no element.');
      await walk?.(stage);
    },
  };
}

/** A story of a list that scrolls: what is out of sight has no colours to judge. */
export function withLongList(...story: Parameters<typeof stageStory<AuthProcess>>): StoryObj {
  const rules = [{ id: 'color-contrast', enabled: false }];
  return { ...stageStory(...story), parameters: { a11y: { config: { rules } } } };
}

/** As after a reload, whatever was clicked in the catalogue before: no passkey prompt opens by itself. */
function withoutGesture(): () => void {
  const value = { isActive: false, hasBeenActive: true };
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value });
  return () => Reflect.deleteProperty(navigator, 'userActivation');
}

/** Keeps one message out of the console, where it would fail the story. */
function expectMessage(expected: RegExp | undefined): () => void {
  if (!expected) return () => undefined;
  const { error, warn } = console;
  const without =
    (report: typeof console.error) =>
    (...args: unknown[]) => {
      if (!expected.test(String(args[0]))) report(...args);
    };
  console.error = without(error);
  console.warn = without(warn);
  return () => Object.assign(console, { error, warn });
}
