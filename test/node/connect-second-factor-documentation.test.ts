import { describeElementPage, found, read } from './element-documentation.js';

const driver = read('src/process/drivers/second-factor-driver.ts');

describeElementPage('connect-second-factor', {
  'reason to fall back': found(driver, /code: '(\w+)'/g),
  'reported event': [...found(driver, /'(login-[\w-]+)'/g), 'login-error', 'login-error-unexpected'],
});
