import { ApiError } from '../../api/api-error.js';
import { connectAppendFinish, connectManageDelete, connectManageList } from '../../api/connect-api.js';
import type { ConnectManageListReq, PasskeyOperation } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { ProcessAction } from '../block-actions.js';
import type { ConnectSession } from '../connect/connect-session.js';
import type { ConnectTokenType } from '../connect/connect-token.js';
import { reportFailure } from '../connect/report-failure.js';
import { passkeyRow, type PasskeyRow } from '../passkeys/passkey-row.js';
import type { DriverContext, DriverResult, ProcessDriver } from '../process-driver.js';
import { clientStep, type PasskeyListData } from '../step.js';
import { AppendOffers } from './append-offers.js';
import { Part } from './part.js';
import { isLost } from './report.js';

export interface PasskeyListOptions {
  readonly session: ConnectSession;
  /** Loads the ceremonies. */
  readonly webauthn: () => Promise<WebAuthnService>;
  /** Why this page cannot make a passkey at all, if it cannot. */
  readonly unsupportedReason: () => CeremonyFailure | undefined;
  /** Loads the screens with their words. */
  readonly screens: () => Promise<unknown>;
  /** A connect token, fresh for each use. Throws `ApiError`. */
  readonly token: (type: ConnectTokenType, signal: AbortSignal) => Promise<string>;
  readonly onAdded: (operation: PasskeyOperation) => void;
  readonly onDeleted: (row: PasskeyRow, remaining: number) => void;
  readonly onDeleteFailed: (row: PasskeyRow, error: ApiError) => void;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
}

type ListMode = NonNullable<ConnectManageListReq['mode']>;

/** Nothing to show: the screen stays as it is. */
const NOTHING: DriverResult = { type: 'ceremony', outcome: 'aborted' };

/** Drives `/v2/connect/manage/*` (behaviour.md 8.5): a person's passkeys, one more, one less. */
export class PasskeyListDriver implements ProcessDriver {
  readonly #offers: AppendOffers;
  readonly #webauthn = new Part(() => this.options.webauthn());
  #data: PasskeyListData = { passkeys: [], canAdd: false };
  /** As the last list named it. */
  #rpId = '';
  /** A credential the server has not taken yet: a lost answer costs no second prompt. */
  #kept: { readonly attestationResponse: string; readonly options: string } | undefined;

  constructor(private readonly options: PasskeyListOptions) {
    const { session, token } = options;
    this.#offers = new AppendOffers({
      session,
      token: (signal) => token('passkey-append', signal),
      allowed: async (signal) => (await session.manage(signal)).manageAllowed,
      situation: () => 'passkey-list',
      forced: true,
    });
  }

  /** Throws `ApiError`. */
  async start(signal: AbortSignal): Promise<DriverResult> {
    const canAdd = await this.#canAdd(signal);
    const [passkeys] = await Promise.all([this.#list('default', signal), this.options.screens()]);
    return this.#show({ passkeys, canAdd });
  }

  /** Throws `ApiError`. */
  async perform(action: ProcessAction, { signal }: DriverContext): Promise<DriverResult> {
    const { asked: _asked, notice: _notice, ...list } = this.#data;
    switch (action.type) {
      case 'ask-delete':
        return this.#show({ ...list, asked: action.id });
      case 'delete-passkey':
        return this.#delete(signal);
      case 'add-passkey':
        return this.#kept ? this.#handIn(signal) : this.#add(signal);
      case 'finish-passkey':
        return this.#handIn(signal);
      case 'learn-more':
        this.options.session.report('manage-learn-more');
        return NOTHING;
      default:
        return this.#show(list);
    }
  }

  async #canAdd(signal: AbortSignal): Promise<boolean> {
    return (await this.options.session.manage(signal)).manageAllowed;
  }

  /** The person's passkeys; the browser's password managers hear what the server knows. */
  async #list(mode: ListMode, signal: AbortSignal): Promise<readonly PasskeyRow[]> {
    const { session, token } = this.options;
    const ask = async () => {
      const connectToken = await token('passkey-list', signal);
      return connectManageList(session.client, { connectToken, mode }, { signal });
    };
    const answer = await ask().catch(async (cause: unknown) => {
      if (!(cause instanceof ApiError) || cause.type !== 'process_not_available') throw cause;
      session.dropProcess();
      await session.manage(signal);
      return ask();
    });
    this.#rpId = answer.rpID;
    const passkeys = answer.passkeys.map(passkeyRow);
    if (passkeys.length === 0) session.forgetLastLogin();
    if (answer.signalAllAcceptedCredentials)
      this.#signal(({ signals }) =>
        signals.allAcceptedCredentials({
          rpId: answer.rpID,
          userId: answer.userID,
          allAcceptedCredentialIds: passkeys.map(({ credentialId }) => credentialId),
        }),
      );
    return passkeys;
  }

  async #delete(signal: AbortSignal): Promise<DriverResult> {
    const { asked, passkeys } = this.#data;
    const row = passkeys.find(({ id }) => id === asked);
    if (!row) return this.#show({ passkeys, canAdd: this.#data.canAdd });
    try {
      await this.#deleteOnServer(row, signal);
    } catch (cause) {
      if (cause instanceof ApiError && cause.kind !== 'aborted') {
        reportFailure(this.options.session, 'manage', 'failed', '');
        this.options.onDeleteFailed(row, cause);
      }
      throw cause;
    }
    const left = passkeys.filter((one) => one !== row);
    // It is gone, whether or not the server can be asked for the others.
    const now = await this.#list('post-delete', signal).catch(() => left);
    if (now.length === 0) this.#signalGone(row);
    this.options.onDeleted(row, now.length);
    return this.#show({ passkeys: now, canAdd: this.#data.canAdd, notice: 'deleted' });
  }

  /** One that is not there any more counts as deleted. */
  async #deleteOnServer({ id }: PasskeyRow, signal: AbortSignal): Promise<void> {
    const { session, token } = this.options;
    const connectToken = await token('passkey-delete', signal);
    await connectManageDelete(session.client, { connectToken, credentialID: id }, { signal }).catch(
      (cause: unknown) => {
        if (!(cause instanceof ApiError) || cause.type !== 'not_found') throw cause;
      },
    );
  }

  async #add(signal: AbortSignal): Promise<DriverResult> {
    const { passkeys, canAdd } = this.#data;
    if (this.options.unsupportedReason()) return this.#show({ passkeys, canAdd, notice: 'unsupported' });
    const offer = await this.#offers.open(signal);
    if (!offer) {
      const notice = this.#offers.isRestricted ? 'restricted' : 'unsupported';
      return this.#show({ passkeys, canAdd, notice });
    }
    const { owner, session } = this.options;
    const webauthn = this.#webauthn.present ?? (await this.#webauthn.load());
    const made = await webauthn.create(offer.options, { signal, owner });
    this.#offers.spend();
    if (made.outcome === 'success') {
      this.#kept = { attestationResponse: made.responseJSON, options: offer.options };
      return this.#handIn(signal);
    }
    reportFailure(session, 'manage', made.outcome, offer.options);
    if (made.outcome === 'already-registered') return this.#show({ passkeys, canAdd, notice: 'exists' });
    this.#show({ passkeys, canAdd });
    return { type: 'ceremony', outcome: made.outcome };
  }

  async #handIn(signal: AbortSignal): Promise<DriverResult> {
    const kept = this.#kept;
    if (!kept) return NOTHING;
    const { session } = this.options;
    const { customData } = this.#offers;
    try {
      const { passkeyOperation } = await connectAppendFinish(
        session.client,
        {
          attestationResponse: kept.attestationResponse,
          completionType: 'manual',
          ...(customData && { customData }),
        },
        { signal },
      );
      this.#kept = undefined;
      session.keepLastLogin(passkeyOperation);
      this.options.onAdded(passkeyOperation);
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.kind === 'aborted') throw cause;
      reportFailure(session, 'manage', 'failed', kept.options);
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#kept = undefined;
      throw cause;
    }
    const { passkeys, canAdd } = this.#data;
    const now = await this.#list('post-append', signal).catch(() => passkeys);
    return this.#show({ passkeys: now, canAdd, notice: 'added' });
  }

  #show(data: PasskeyListData): DriverResult {
    this.#data = data;
    return { type: 'step', step: clientStep('client:passkey-list', data) };
  }

  /** The last passkey is gone: an empty list is never signalled, this one credential is. */
  #signalGone({ credentialId }: PasskeyRow): void {
    this.#signal(({ signals }) =>
      signals.unknownCredential({ rpId: this.#rpId || location.hostname, credentialId }),
    );
  }

  /** Best effort, beside everything else. */
  #signal(send: (webauthn: WebAuthnService) => Promise<boolean>): void {
    if (this.options.unsupportedReason()) return;
    void this.#webauthn
      .load()
      .then(send)
      .catch(() => undefined);
  }
}
