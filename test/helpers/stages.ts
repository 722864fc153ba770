import type { AuthProcess } from '../../src/components/auth-process/auth-process.js';
import {
  ProcessStage,
  type BlockFixture,
  type StagedElement,
  type StageOptions,
} from '../../src/testing/index.js';

/** Call it at the top of a `describe`: shows fixtures and takes them away after each test. */
export function stages<Staged extends StagedElement = AuthProcess>(): (
  fixture: BlockFixture,
  options?: StageOptions,
  container?: Element,
) => Promise<ProcessStage<Staged>> {
  const shown: ProcessStage<Staged>[] = [];
  afterEach(() => shown.splice(0).forEach((stage) => stage.remove()));
  return (fixture, options, container) => {
    const stage = new ProcessStage<Staged>(fixture, options);
    shown.push(stage);
    return stage.show(container);
  };
}
