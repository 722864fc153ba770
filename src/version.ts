/** Version of the kit, the same as in `package.json`; sent in the `X-Corbado-SDK` header. */
export const VERSION = '0.1.0';
