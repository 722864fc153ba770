import { listOf, optional, shape } from './shape-guards.js';
import type {
  BlockBody,
  ContinueOnOtherDevice,
  ProcessCommon,
  ProcessResponse,
  ProcessStaticInfo,
  RequestError,
} from './types.js';

const isRequestError = shape<RequestError>({ code: 'string' });

/** The frame of a block only: an unknown `block` and odd `data` are the business of the registry and of the block. */
function isBlockBody(value: unknown): value is BlockBody {
  return isBlockFrame(value);
}

const isBlockFrame = shape<BlockBody>({
  block: 'string',
  authType: 'string',
  data: 'object',
  alternatives: optional(listOf(isBlockBody)),
  error: optional(isRequestError),
  continueOnOtherDevice: optional(shape<ContinueOnOtherDevice>({ reason: 'string' })),
});

/** Schema `processResponse`. Of `data` and `alternatives[].data` no more is promised than that they are objects. */
export const isProcessResponse = shape<ProcessResponse>({
  blockBody: isBlockBody,
  common: shape<ProcessCommon>({ appName: 'string', frontendApiUrl: 'string' }),
  newProcess: optional(shape<ProcessStaticInfo>({ token: 'string', expiresAt: 'number' })),
});
