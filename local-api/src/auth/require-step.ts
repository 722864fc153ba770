import { validationError } from '../http/api-error.js';
import type { AuthContext } from './auth-context.js';
import type { ProcessStep } from './process-state.js';

type StepOf<Name extends ProcessStep['name']> = Extract<ProcessStep, { name: Name }>;

/**
 * The present step, when it is one of those an operation belongs to.
 * @throws {ApiError} `validation_error` otherwise
 */
export function requireStep<Name extends ProcessStep['name']>(
  { process }: AuthContext,
  ...names: readonly Name[]
): StepOf<Name> {
  const { step } = process.state;
  if (!isOneOf(step, names)) throw validationError(`The process is at another step (${step.name}).`);
  return step;
}

function isOneOf<Name extends ProcessStep['name']>(
  step: ProcessStep,
  names: readonly Name[],
): step is StepOf<Name> {
  return names.some((name) => name === step.name);
}
