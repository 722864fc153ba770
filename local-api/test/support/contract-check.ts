import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  [keyword: string]: unknown;
}

interface Operation {
  operationId: string;
  requestBody?: object;
  responses: Record<string, { content?: object }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const document = parse(
  readFileSync(new URL('../../../openapi/frontend-api.yaml', import.meta.url), 'utf8'),
) as Document;

/** Which schema the `data` of a block has to meet; `oneOf` alone would let a wrong one pass. */
const dataSchemas: Readonly<Record<string, string>> = {
  'signup-init': 'generalBlockSignupInit',
  'login-init': 'generalBlockLoginInit',
  'passkey-append': 'generalBlockPasskeyAppend',
  'passkey-verify': 'generalBlockPasskeyVerify',
  'passkey-appended': 'generalBlockPasskeyAppended',
  'email-verify': 'generalBlockVerifyIdentifier',
  'phone-verify': 'generalBlockVerifyIdentifier',
  completed: 'generalBlockCompleted',
  // Not Corbado's: the block of the setting `ownBlock`.
  'terms-of-service': 'ownBlockTermsOfService',
};

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({
  ...document,
  components: { ...document.components, schemas: strictSchemas() },
  $id: 'contract',
});
const validators = new Map<string, ValidateFunction>();

/** The document's schemas, closed against properties it does not name (answers must not invent any). */
function strictSchemas(): Record<string, Schema> {
  const open = new Set(['genericRsp', 'errorRsp', 'clientInformation', 'clientCapabilities']);
  const schemas = structuredClone(document.components.schemas);
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.properties && !open.has(name)) schema.additionalProperties = false;
  }
  const { generalBlockSignupInit, blockBody } = schemas;
  if (!generalBlockSignupInit?.properties || !blockBody?.properties)
    throw new Error('The contract has changed.');
  generalBlockSignupInit.properties['socialProviders'] = { type: 'array', items: { type: 'string' } };
  blockBody.properties['data'] = { type: 'object', required: ['blockType'] };
  (schemas['blockType']?.['enum'] as string[]).push('terms-of-service');
  schemas['ownBlockTermsOfService'] = {
    type: 'object',
    required: ['blockType', 'version'],
    properties: { blockType: { type: 'string' }, version: { type: 'string' } },
    additionalProperties: false,
  };
  return schemas;
}

/** Every operation of the contract, for tables of tests. */
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

export function checkRequest(method: string, path: string, body: unknown): void {
  const operation = operationOf(method, path);
  if (!operation?.requestBody) return;
  check(`${pointerOf(operation)}/requestBody/content/application~1json/schema`, body, `request of ${path}`);
}

export function checkResponse(method: string, path: string, status: number, body: unknown): void {
  const what = `answer ${status} of ${method} ${path}`;
  if (status >= 400) {
    check('/components/responses/error/content/application~1json/schema', body, what);
    return;
  }
  const operation = operationOf(method, path);
  assert.ok(operation, `${method} ${path} is in the contract`);
  const response = operation.responses[String(status)];
  assert.ok(response, `${what} is in the contract`);
  if (!response.content) return;
  check(`${pointerOf(operation)}/responses/${status}/content/application~1json/schema`, body, what);
  checkBlocks(body, what);
}

function checkBlocks(value: unknown, what: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('block' in value && 'data' in value) {
    const name = dataSchemas[String(value.block)];
    assert.ok(name, `${what}: block ${String(value.block)} is known`);
    check(`/components/schemas/${name}`, value.data, `${what}, data of ${String(value.block)}`);
    assert.equal((value.data as { blockType: string }).blockType, name);
  }
  for (const child of Object.values(value)) checkBlocks(child, what);
}

function operationOf(method: string, path: string) {
  const [pathname = ''] = path.split('?');
  return operations.find(
    (operation) =>
      operation.method === method &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(pathname),
  );
}

function pointerOf({ path, method }: { path: string; method: string }): string {
  return `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
}

function check(pointer: string, value: unknown, what: string): void {
  let validate = validators.get(pointer);
  if (!validate) {
    validate = ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
    validators.set(pointer, validate);
  }
  assert.ok(validate(value), `${what} breaks the contract: ${ajv.errorsText(validate.errors)}`);
}
