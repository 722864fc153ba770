import { ProcessStage, type BlockFixture, type StageOptions } from '../../src/testing/index.js';

/** Call it at the top of a `describe`: shows fixtures and takes them away after each test. */
export function stages(): (
  fixture: BlockFixture,
  options?: StageOptions,
  container?: Element,
) => Promise<ProcessStage> {
  const shown: ProcessStage[] = [];
  afterEach(() => shown.splice(0).forEach((stage) => stage.remove()));
  return (fixture, options, container) => {
    const stage = new ProcessStage(fixture, options);
    shown.push(stage);
    return stage.show(container);
  };
}
