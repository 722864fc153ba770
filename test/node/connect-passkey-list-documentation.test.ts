import { describeElementPage, found, read } from './element-documentation.js';

const driver = read('src/process/drivers/passkey-list-driver.ts');

describeElementPage('connect-passkey-list', {
  'type of connect token': found(driver, /'(passkey-(?:list|append|delete))'/g),
  'reported event': [
    ...found(driver, /'(manage-[\w-]+)'/g),
    ...['manage-error', 'manage-error-unexpected', 'manage-credential-exists'],
  ],
  'field of a passkey': found(
    read('src/process/passkeys/passkey-list-events.ts').split('interface ListedPasskey')[1]?.split('}')[0] ??
      '',
    /readonly (\w+):/g,
  ),
});
