import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, isMistake } from '../api/api-error.js';
import type { ProcessResponse } from '../api/types.js';
import { isInitBlock } from './block-types.js';
import { interrupts, needsPerson, type ProcessAction } from './block-actions.js';
import {
  beginAction,
  ceremonyEnded,
  completionProgress,
  endWith,
  INITIAL_STATE,
  requestFailed,
  showStep,
  type ProcessState,
} from './process-state.js';
import { clientStep, isStep } from './step.js';
import type { DriverResult, ProcessDriver } from './process-driver.js';

/** What the element is told; it turns these into its public events. */
export interface ProcessObserver<Outcome = never> {
  onStep(state: ProcessState, previous: ProcessState): void;
  /** The answer that carries the session, exactly once per process. */
  onCompleted?(response: ProcessResponse): void;
  /** What a driver ended its process with, exactly once per process. */
  onEnded?(outcome: Outcome): void;
  onError(error: ApiError): void;
}

/** The only owner of `ProcessState`: one action at a time, answers of an older run are dropped. */
export class ProcessController<Outcome = never> implements ReactiveController {
  #state = INITIAL_STATE;
  #run = 0;
  #action: AbortController | undefined;
  #attending: AbortController | undefined;
  #connected = false;
  #returned: (() => void)[] = [];
  /** The person has gone on since the last failure: what they did then may no longer be what they want. */
  #leftToPerson = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly observer: ProcessObserver<Outcome>,
    private driver?: ProcessDriver<Outcome>,
  ) {
    host.addController(this);
  }

  get state(): ProcessState {
    return this.#state;
  }

  hostConnected(): void {
    this.#connected = true;
    addEventListener('online', this.#onOnline);
    for (const goOn of this.#returned.splice(0)) goOn();
    this.#attend();
  }

  hostDisconnected(): void {
    this.#connected = false;
    removeEventListener('online', this.#onOnline);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.#connected) return;
      this.#leaveAttended();
      if (this.#state.status === 'busy') this.#cutOff();
    });
  }

  /** Starts with a driver, from nothing; `fresh` also leaves a stored process behind. */
  start(driver: ProcessDriver<Outcome>, { fresh = false } = {}): Promise<void> {
    this.#cutOff();
    this.#leaveAttended();
    this.driver = driver;
    this.#set({ ...INITIAL_STATE, status: 'loading', generation: this.#state.generation + 1 });
    return this.#follow(undefined, (signal) => driver.start(signal, fresh));
  }

  /** Has at hand what may be needed next. */
  prepare(): void {
    void this.driver?.prepare?.();
  }

  /** Shows a state of the client's own, such as a developer's mistake. */
  show(step: ProcessState['step']): void {
    this.#cutOff();
    this.#leaveAttended();
    this.#set(showStep(this.#state, step, false));
  }

  /** From now on the failed request is the person's to repeat, not the browser's. */
  leaveToPerson(): void {
    this.#leftToPerson = true;
  }

  /** Says how far the page is with the completed session. */
  completion(progress: 'pending' | 'done' | 'failed'): void {
    if (isStep(this.#state.step, 'completed')) this.#set(completionProgress(this.#state, progress));
  }

  /** Performs what a person did. Ignored while another action runs, unless it interrupts. */
  async perform(action: ProcessAction): Promise<void> {
    const driver = this.driver;
    if (!driver || !this.#takes(action)) return;
    if (action.type === 'restart') await this.#startAgain(driver, action);
    else if (action.type === 'retry') await this.#retry(driver);
    else if (action.type === 'stay') this.#stay();
    else if (action.type === 'abort' && action.confirmed !== true && this.#asksBeforeLeaving()) this.#ask();
    else await this.#serve(driver, action);
  }

  #takes(action: ProcessAction): boolean {
    const { status } = this.#state;
    if (status === 'ready') return true;
    if (status === 'busy') return interrupts(action);
    return status !== 'idle' && action.type === 'restart';
  }

  #serve(driver: ProcessDriver<Outcome>, action: ProcessAction): Promise<void> {
    const { step } = this.#state;
    this.#cutOff();
    this.#leaveAttended();
    this.#set(beginAction(this.#state, action.type));
    const from = isStep(step, 'client:leave-signup') ? (step.alternatives[0] ?? step) : step;
    return this.#follow(action, (signal) => driver.perform(action, { step: from, signal }));
  }

  async #retry(driver: ProcessDriver<Outcome>): Promise<void> {
    const { problem } = this.#state;
    if (problem?.kind !== 'request') return;
    await (problem.action ? this.perform(problem.action) : this.#startAgain(driver));
  }

  /** What the network kept from the server is sent when the network is back, once each time. */
  readonly #onOnline = (): void => {
    const { problem, status } = this.#state;
    if (problem?.kind !== 'request' || problem.error.kind !== 'network' || status !== 'ready') return;
    if (this.#leftToPerson || !this.driver) return;
    if (!problem.action) void this.#startAgain(this.driver, undefined, false);
    else if (!needsPerson(problem.action)) void this.perform(problem.action);
  };

  /** Starts over: the screen, and with it the focus, stays until there is another. */
  #startAgain(driver: ProcessDriver<Outcome>, action?: ProcessAction, byPerson = true): Promise<void> {
    this.#cutOff();
    this.#leaveAttended();
    const begun = beginAction(this.#state, 'restart');
    this.#set({ ...begun, generation: begun.generation + 1 });
    const fresh = action !== undefined;
    return this.#follow(action, (signal) => driver.start(signal, fresh), byPerson);
  }

  #ask(): void {
    const { step } = this.#state;
    this.#cutOff();
    this.#leaveAttended();
    const data = { ...this.driver?.leaving };
    const question = clientStep('client:leave-signup', data, { ...step, alternatives: [step] });
    this.#set(showStep(this.#state, question, true));
  }

  #stay(): void {
    const kept = this.#state.step.alternatives[0];
    if (!isStep(this.#state.step, 'client:leave-signup') || !kept) return;
    this.#set(showStep(this.#state, kept, true));
    this.#attend();
  }

  #asksBeforeLeaving(): boolean {
    const { step } = this.#state;
    return step.authType === 'signup' && !step.type.startsWith('client:') && !isInitBlock(step.type);
  }

  async #follow(
    action: ProcessAction | undefined,
    work: (signal: AbortSignal) => Promise<DriverResult<Outcome>>,
    byPerson = action !== undefined,
  ): Promise<void> {
    const run = ++this.#run;
    const abort = new AbortController();
    this.#action = abort;
    try {
      const result = await work(abort.signal);
      if (await this.#stillWanted(run)) this.#accept(result, byPerson);
    } catch (cause) {
      if (await this.#stillWanted(run)) this.#failed(cause, action);
    }
    if (run === this.#run) this.#attend();
  }

  /** Nothing is shown or told while the element is out of the document: what comes then waits until it is back. */
  async #stillWanted(run: number): Promise<boolean> {
    if (!this.#connected) await new Promise<void>((resolve) => this.#returned.push(resolve));
    return run === this.#run;
  }

  #accept(result: DriverResult<Outcome>, byPerson: boolean): void {
    if (result.type === 'failed') this.#failed(result.error, result.retry);
    else if (result.type === 'ceremony') this.#set(ceremonyEnded(this.#state, result.outcome));
    else if (result.type === 'response') this.#acceptResponse(result, byPerson);
    else if (result.type === 'ended') {
      this.#set(endWith(this.#state, result.step, byPerson));
      this.observer.onEnded?.(result.outcome);
    } else {
      const next = showStep(this.#state, result.step, byPerson);
      this.#set(result.common ? { ...next, common: result.common } : next);
    }
  }

  #acceptResponse(result: Extract<DriverResult, { readonly type: 'response' }>, byPerson: boolean): void {
    const state = result.restarted ? { ...this.#state, generation: this.#state.generation + 1 } : this.#state;
    this.#set(result.accept(state, result.response, { ...result.known, byPerson }));
    if (this.#state.status === 'completed') this.observer.onCompleted?.(result.response);
  }

  #failed(cause: unknown, action: ProcessAction | undefined): void {
    const error =
      cause instanceof ApiError
        ? cause
        : new ApiError('malformed', 'The process failed unexpectedly', { cause });
    if (error.kind === 'aborted') {
      this.#set({ ...this.#state, status: 'ready', pending: undefined });
      return;
    }
    this.observer.onError(error);
    if (error.type === 'process_not_available') {
      if (action?.type === 'abort') void this.perform({ type: 'restart' });
      else this.#set(showStep(this.#state, clientStep('client:expired', {}), true));
      return;
    }
    if (action === undefined && isMistake(error)) {
      const mistake = clientStep('client:developer-error', { message: error.message });
      this.#set(showStep(this.#state, mistake, false));
      return;
    }
    this.#leftToPerson = false;
    this.#set(requestFailed(this.#state, error, action));
  }

  /** Ends the action under way; its answer will be dropped. */
  #cutOff(): void {
    this.#run++;
    this.#action?.abort();
    this.#action = undefined;
    if (this.#state.status === 'busy') this.#set({ ...this.#state, status: 'ready', pending: undefined });
  }

  #attend(): void {
    const driver = this.driver;
    if (!driver?.attend || !this.#connected || this.#state.status !== 'ready' || this.#attending) return;
    const attending = new AbortController();
    this.#attending = attending;
    const attended = driver.attend({ step: this.#state.step, signal: attending.signal });
    // An extra beside the screen: when it fails, the screen still works.
    void attended
      .catch(() => undefined)
      .then((attended) => {
        if (this.#attending !== attending) return;
        this.#attending = undefined;
        if (!attended) return;
        if ('perform' in attended) void this.perform(attended.perform);
        else this.#accept(attended.show, false);
        this.#attend();
      });
  }

  #leaveAttended(): void {
    this.#attending?.abort();
    this.#attending = undefined;
  }

  #set(next: ProcessState): void {
    const previous = this.#state;
    this.#state = next;
    this.host.requestUpdate();
    if (next.step.key !== previous.step.key) this.observer.onStep(next, previous);
  }
}
