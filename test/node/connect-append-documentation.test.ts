import { describeElementPage, found, read } from './element-documentation.js';

const driver = read('src/process/drivers/connect-append-driver.ts');

describeElementPage('connect-append', {
  outcome: found(
    read('src/process/connect/append-event.ts').split('type AppendOutcome')[1]?.split(';')[0] ?? '',
    /'([\w-]+)'/g,
  ),
  'reported event': [
    ...found(driver, /'(append-(?:explicit|learn)[\w-]+)'/g),
    ...['append-error', 'append-error-unexpected', 'append-credential-exists'],
  ],
});
