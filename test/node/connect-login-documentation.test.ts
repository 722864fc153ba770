import { describeElementPage, found, read } from './element-documentation.js';

const drivers = ['connect-login-actions', 'connect-login-passkeys', 'connect-login-driver', 'hand-over']
  .map((name) => read(`src/process/drivers/${name}.ts`))
  .join('\n');
const events = read('src/process/connect/connect-events.ts');

describeElementPage('connect-login', {
  'fallback code': [
    ...found(events.split('FallbackCode =')[1]?.split('(string')[0] ?? '', /\| '(\w+)'/g),
    ...found(read('src/components/base/fallback-message.ts'), /'([a-z]+_[a-z_]+)'/g),
  ],
  'reported event': found(
    drivers + read('src/process/connect/report-failure.ts'),
    /'(login-(?:error|explicit|one)[\w-]*)'/g,
  ),
  'traced moment': found(
    drivers + read('src/process/connect/connect-trace.ts'),
    /(?:trace|now)\('([\w-]+)'/g,
  ),
  'storage key': found(
    read('src/api/connect-storage.ts') + read('src/api/client-handle.ts'),
    /['`](cbo_\w+)/g,
  ),
  'situation to try': found(
    read('src/process/connect/situations.ts').split('SITUATIONS:')[1]?.split('};')[0] ?? '',
    /^ {2}'?([\w-]+)'?:/gm,
  ),
  'parameter of an address': found(read('src/process/connect/connect-session.ts'), /\.get\('(\w+)'\)/g),
});
