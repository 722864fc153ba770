import type { components, operations } from './schema.js';

/** The shapes of the Frontend API, named as in the OpenAPI document. */
export type Schemas = components['schemas'];

export type AuthType = Schemas['authType'];
export type BlockBody = Schemas['blockBody'];
export type ClientInformation = Schemas['clientInformation'];
export type LoginIdentifier = Schemas['loginIdentifier'];
export type LoginIdentifierType = Schemas['loginIdentifierType'];
export type PasskeyOperation = Schemas['passkeyOperation'];
export type ProcessResponse = Schemas['processResponse'];
export type SocialProvider = Schemas['socialProviderType'];
export type VerificationMethod = Schemas['verificationMethod'];
export type RequestError = Schemas['requestError'];

export type OperationId = keyof operations;

type JsonBody<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** The JSON a client sends for an operation, `undefined` where the operation takes no body. */
export type RequestBody<Id extends OperationId> = operations[Id] extends { requestBody: infer Body }
  ? JsonBody<Body>
  : undefined;

/** The JSON of a successful answer, `undefined` where the contract documents none. */
export type ResponseBody<Id extends OperationId> = operations[Id] extends { responses: { 200: infer Body } }
  ? JsonBody<Body>
  : undefined;
