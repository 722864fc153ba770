import { executeServerCommand } from '@web/test-runner-commands';

type JSONObject = Record<string, unknown>;

const ask = <T>(command: string, payload: JSONObject = {}): Promise<T> =>
  executeServerCommand<T, JSONObject>(`relying-party:${command}`, payload);

const asContractString = (publicKey: JSONObject): string => JSON.stringify({ publicKey });

/** A server that verifies: options as the contract's strings, responses as the service gives them. */
export const relyingParty = {
  registrationOptions: async (overrides?: JSONObject) =>
    asContractString(await ask<JSONObject>('registration-options', overrides)),

  authenticationOptions: async (overrides?: JSONObject) =>
    asContractString(await ask<JSONObject>('authentication-options', overrides)),

  verifyRegistration: (responseJSON: string) =>
    ask<boolean>('verify-registration', { response: JSON.parse(responseJSON), origin: location.origin }),

  verifyAuthentication: (responseJSON: string) =>
    ask<boolean>('verify-authentication', { response: JSON.parse(responseJSON), origin: location.origin }),
};
