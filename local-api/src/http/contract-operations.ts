import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { OperationId } from '../contract.js';
import type { FieldError } from './api-error.js';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface ContractOperation {
  id: OperationId;
  method: HttpMethod;
  /** Path as the OpenAPI document writes it, parameters in braces. */
  path: string;
  successStatus: 200 | 204;
  /** Validates a request body against the document; absent where the operation takes no body. */
  validateBody?: (body: unknown) => FieldError[];
}

interface OpenApiDocument {
  paths: Record<string, Record<string, OpenApiOperation>>;
}

interface OpenApiOperation {
  operationId: OperationId;
  requestBody?: object;
  responses: Record<string, object>;
}

const documentUrl = new URL('../../../openapi/frontend-api.yaml', import.meta.url);

let operations: readonly ContractOperation[] | undefined;

/** Every operation of the contract, read from the OpenAPI document, which stays the only place that knows them. */
export function contractOperations(): readonly ContractOperation[] {
  operations ??= readOperations();
  return operations;
}

function readOperations(): ContractOperation[] {
  const document = parse(readFileSync(documentUrl, 'utf8')) as OpenApiDocument;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'contract' });
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase() as HttpMethod,
      path,
      successStatus: '204' in operation.responses ? 204 : 200,
      ...(operation.requestBody && { validateBody: bodyValidator(ajv, path, method) }),
    })),
  );
}

function bodyValidator(ajv: Ajv, path: string, method: string): (body: unknown) => FieldError[] {
  const pointer = `/paths/${path.replaceAll('/', '~1')}/${method}/requestBody/content/application~1json/schema`;
  let validate: ValidateFunction | undefined;
  return (body) => {
    validate ??= ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
    validate(body);
    return (validate.errors ?? []).filter((error) => !isUnknownPreference(error)).map(fieldError);
  };
}

/** Clients put any URL hash into `preferredBlock` (behaviour, section 4.3); a wish nobody knows is no error. */
function isUnknownPreference({ keyword, instancePath }: ErrorObject): boolean {
  return keyword === 'enum' && instancePath === '/preferredBlock';
}

function fieldError(error: ErrorObject): FieldError {
  const parts = error.instancePath.split('/').slice(1);
  if (error.keyword === 'required') parts.push(String(error.params['missingProperty']));
  const allowed = error.keyword === 'enum' ? `: ${String(error.params['allowedValues'])}` : '';
  return { field: parts.join('.') || 'body', message: `${error.message ?? 'is not valid'}${allowed}` };
}
