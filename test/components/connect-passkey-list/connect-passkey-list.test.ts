import { expect } from '@open-wc/testing';
import type { ConnectPasskeyList } from '../../../src/components/connect-passkey-list/connect-passkey-list.js';
import {
  accessibleName,
  answer,
  connectPasskeyListEndings,
  control,
  failWith,
  fixtures,
  manageListRspOf,
  message,
  passkeyListFixture,
  passkeyOf,
  press,
  screenOf,
  until,
  type BlockFixture,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { heard } from '../../helpers/heard.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const SCREEN = 'client:passkey-list';
const LIST = 'POST /v2/connect/manage/list';
const DELETE = 'POST /v2/connect/manage/delete';
const { 'client:passkey-list': states } = fixtures;
const named = (id: string, name: string) =>
  passkeyOf({ id, aaguidDetails: { name, iconLight: '', iconDark: '' }, created: '', createdMs: 0 });
const [ONE, TWO, THREE] = [named('cre-1', 'One'), named('cre-2', 'Two'), named('cre-3', 'Three')];

type Stage = ProcessStage<ConnectPasskeyList>;
const dialogOf = (stage: Stage) => screenOf(stage).querySelector('dialog') as HTMLDialogElement;
const rows = (stage: Stage) => screenOf(stage).querySelectorAll('.cbo-passkey');
const focusName = ({ focused }: Stage) => accessibleName(focused as HTMLElement);

for (const renderRoot of ['shadow', 'light'] as const)
  describe(`<connect-passkey-list>, screens in the ${renderRoot} DOM`, () => {
    const show = stages<ConnectPasskeyList>();
    const open = (fixture: BlockFixture) => show(fixture, { renderRoot });
    const deleting = (
      before: readonly Parameters<typeof manageListRspOf>[0][number][],
      after: typeof before,
    ) =>
      open(
        passkeyListFixture(SCREEN, {
          script: { [LIST]: [answer(manageListRspOf(before)), answer(manageListRspOf(after))] },
        }),
      );

    it('asks in a dialog, with the focus on the safe button', async () => {
      const { events, end } = heard('cbo-passkey-delete-start');
      const stage = await deleting([ONE, TWO], [TWO]);
      await press(stage, 'Delete One');
      end();
      expect(dialogOf(stage).open).to.equal(true);
      expect(dialogOf(stage).querySelector('h3')?.textContent).to.equal('Delete “One”?');
      expect(focusName(stage)).to.equal('Cancel');
      expect(events.map(({ passkey }) => passkey.passkeyId)).to.deep.equal(['cre-1']);
    });

    it('closes it by Escape, and gives the focus back', async () => {
      const { events, end } = heard('cbo-passkey-delete-cancel');
      const stage = await deleting([ONE, TWO], [TWO]);
      screenOf(stage).querySelector<HTMLElement>('.cbo-icon-button')?.focus();
      await press(stage, 'Delete One');
      dialogOf(stage).dispatchEvent(new Event('cancel', { cancelable: true }));
      await stage.drawn();
      end();
      expect(dialogOf(stage).open).to.equal(false);
      expect(focusName(stage)).to.equal('Delete One');
      expect(events).to.have.lengthOf(1);
      expect(stage.fetch.to(DELETE)).to.deep.equal([]);
    });

    it('moves the focus to the next passkey when one is gone', async () => {
      const { events, end } = heard('cbo-passkey-delete-success');
      const stage = await deleting([ONE, TWO, THREE], [ONE, THREE]);
      await press(stage, 'Delete Two');
      await press(stage, 'Delete passkey');
      await until(() => rows(stage).length === 2, 'the shorter list');
      await stage.drawn();
      end();
      expect(focusName(stage)).to.equal('Delete Three');
      expect(message(stage)).to.equal('Passkey deleted');
      expect(events.map(({ remainingPasskeys }) => remainingPasskeys)).to.deep.equal([2]);
    });

    it('moves it to the one before when the last of the list is gone', async () => {
      const stage = await deleting([ONE, TWO], [ONE]);
      await press(stage, 'Delete Two');
      await press(stage, 'Delete passkey');
      await until(() => rows(stage).length === 1, 'the shorter list');
      await stage.drawn();
      expect(focusName(stage)).to.equal('Delete One');
    });

    it('moves it to the heading when none is left', async () => {
      const stage = await deleting([ONE], []);
      await press(stage, 'Delete One');
      await press(stage, 'Delete passkey');
      await until(() => rows(stage).length === 0, 'the empty list');
      await stage.drawn();
      expect(stage.focused?.textContent).to.equal('Your passkeys');
    });

    it('keeps the question when it fails, says so in the dialog, and tells the page', async () => {
      const { events, end } = heard('cbo-passkey-delete-error');
      const stage = await open(
        passkeyListFixture(SCREEN, {
          script: {
            [LIST]: answer(manageListRspOf([ONE])),
            [DELETE]: [failWith(400, 'validation_error'), answer({ credentialID: 'cre-1' })],
          },
        }),
      );
      await press(stage, 'Delete One');
      await press(stage, 'Delete passkey');
      await until(() => events.length > 0, 'the failure');
      await until(() => dialogOf(stage).querySelector('.cbo-alert') !== null, 'the message');
      end();
      expect(dialogOf(stage).open).to.equal(true);
      await press(stage, 'Try again');
      await until(() => !dialogOf(stage).open, 'the end');
    });

    it('closes a dialog that only tells', async () => {
      const stage = await open(states.existed);
      expect(dialogOf(stage).open).to.equal(true);
      await press(stage, 'OK');
      expect(dialogOf(stage).open).to.equal(false);
    });

    it('tells the page of a passkey that was added', async () => {
      const { events, end } = heard('cbo-passkey-append');
      const stage = await open(states.default);
      await press(stage, 'Add a passkey');
      await until(() => events.length > 0, 'the event');
      end();
      await until(() => message(stage) === 'Passkey added', 'the message');
    });

    it('is the same list, not asked for again, after being taken out and put back', async () => {
      const stage = await open(states.default);
      const requests = stage.fetch.requests.length;
      const before = [...rows(stage)];
      stage.element.remove();
      document.body.append(stage.element);
      await stage.drawn();
      expect([...rows(stage)]).to.deep.equal(before);
      expect(stage.fetch.requests).to.have.lengthOf(requests);
    });

    it('stands beside another one', async () => {
      const [one, other] = [await open(states.default), await open(states.single)];
      expect([rows(one).length, rows(other).length]).to.deep.equal([3, 1]);
    });

    it('can be loaded after all when it did not come', async () => {
      const stage = await open(connectPasskeyListEndings.recovering);
      await press(stage, 'Try again');
      await until(() => stage.screen !== undefined && rows(stage).length === 3, 'the list');
    });

    it('tells in the reader’s language', async () => {
      const stage = await open(passkeyListFixture(SCREEN, {}, { locale: 'de' }));
      await until(
        () => screenOf(stage).querySelector('.cbo-heading')?.textContent === 'Deine Passkeys',
        'German',
      );
      expect(screenOf(stage).querySelector('.cbo-passkey-line')?.textContent).to.match(/^Erstellt am \d/);
    });

    it('writes dates in the language of the words, and as the reader’s region does where it has both', async () => {
      const line = async (locale: string) => {
        const stage = await open(passkeyListFixture(SCREEN, {}, { locale }));
        return screenOf(stage).querySelector('.cbo-passkey-line')?.textContent;
      };
      expect(await line('ar')).to.equal('Created Jan 31, 2026 with Safari on macOS');
      expect(await line('en-GB')).to.equal('Created 31 Jan 2026 with Safari on macOS');
      expect(await line('no such language')).to.equal('Created Jan 31, 2026 with Safari on macOS');
    });

    describe('with passkeys of one name', () => {
      const made = (id: string, ...[hour, minute, second]: [number, number, number]) =>
        passkeyOf({ id, createdMs: new Date(2026, 10, 27, hour, minute, second).getTime(), tags: [] });
      const labels = (stage: Stage) => [
        ...[...screenOf(stage).querySelectorAll('.cbo-icon-button')].map((one) =>
          // Spaces before AM and PM differ from browser to browser.
          accessibleName(one as HTMLElement)
            ?.replace(/\s/g, ' ')
            .replace('Delete iCloud Keychain, created Nov 27, 2026', '…'),
        ),
      ];

      it('tells them apart by the time where the day is the same', async () => {
        const stage = await deleting([made('cre-1', 9, 5, 0), made('cre-2', 16, 30, 0)], []);
        expect(labels(stage)).to.deep.equal(['…, 9:05 AM', '…, 4:30 PM']);
        const line = screenOf(stage).querySelector('.cbo-passkey-line')?.textContent?.replace(/\s/g, ' ');
        expect(line).to.equal('Created Nov 27, 2026, 9:05 AM with Safari on macOS');
      });

      it('tells them apart by the second where the minute is the same', async () => {
        const stage = await deleting([made('cre-1', 9, 5, 1), made('cre-2', 9, 5, 2)], []);
        expect(labels(stage)).to.deep.equal(['…, 9:05:01 AM', '…, 9:05:02 AM']);
      });

      it('says in the dialog which of them is meant', async () => {
        const stage = await deleting(
          [{ ...made('cre-1', 9, 5, 0), tags: ['this-device'] }, made('cre-2', 16, 30, 0)],
          [],
        );
        screenOf(stage).querySelector<HTMLElement>('.cbo-icon-button')?.click();
        await stage.drawn();
        const details = dialogOf(stage).querySelector('.cbo-passkey-text');
        expect(details?.textContent?.trim().replace(/\s+/g, ' ')).to.equal(
          'This device Synced Created Nov 27, 2026, 9:05 AM with Safari on macOS Not used yet',
        );
        expect(dialogOf(stage).getAttribute('aria-describedby')).to.equal(details?.id);
      });
    });
  });

describe('a list of passkeys whose site refuses a connect token', () => {
  const show = stages<ConnectPasskeyList>();
  const errors = recordConsoleErrors();
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });
  const bySite = { connectTokenProvider: undefined, connectTokenUrl: '/connect-token' };

  for (const status of [401, 403])
    it(`says after ${status} that the session has ended`, async () => {
      globalThis.fetch = () => Promise.resolve(new Response('', { status }));
      const stage = await show(passkeyListFixture('client:error', {}, bySite));
      await until(() => screenOf(stage).textContent.includes('has ended'), 'the reason');
      expect(control(stage, 'Try again')).to.be.instanceOf(HTMLButtonElement);
    });

  it('is a mistake of the page where there is no way to one', async () => {
    await show(passkeyListFixture('client:developer-error', {}, { connectTokenProvider: undefined }));
    expect(errors.join()).to.include('Set connect-token-url, or the property connectTokenProvider');
  });
});
