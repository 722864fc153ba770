import { expect } from '@open-wc/testing';
import { announce, prepare as prepareAnnouncer } from '../../../src/components/base/live-region.js';
import { PageTime } from '../../process/support/page-time.js';

const regions = () => [...document.querySelectorAll<HTMLElement>('.cbo-announcer')];
const region = () => {
  const [only] = regions();
  if (!only) throw new Error('There is no live region.');
  return only;
};

describe('the live region of the page', () => {
  let time: PageTime;
  const heard: string[] = [];
  let observer: MutationObserver;

  beforeEach(async () => {
    time = new PageTime();
    prepareAnnouncer();
    // What was said before this test is gone.
    await time.advance(10_000);
    heard.length = 0;
    observer = new MutationObserver(() => {
      if (region().textContent !== '') heard.push(region().textContent);
    });
    observer.observe(region(), { childList: true });
  });
  afterEach(async () => {
    observer.disconnect();
    await time.advance(10_000);
    time.restore();
  });

  it('is one, empty, polite and unseen', () => {
    prepareAnnouncer();
    expect(regions()).to.have.length(1);
    expect(region().textContent).to.equal('');
    expect(region().getAttribute('aria-live')).to.equal('polite');
    const { width, height } = region().getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
  });

  it('says a text a little later than it changes, and then is empty again', async () => {
    announce('Hello', 'en');
    await time.advance(99);
    expect(heard).to.deep.equal([]);
    await time.advance(1);
    expect(heard).to.deep.equal(['Hello']);
    await time.advance(5_000);
    expect(region().textContent).to.equal('');
  });

  it('is where a modal dialog lets it be read, and back on the page when that is closed', async () => {
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('button'));
    document.body.append(dialog);
    dialog.showModal();
    announce('It failed', 'en');
    await time.advance(100);
    expect(region().parentElement).to.equal(dialog);
    expect(region().textContent).to.equal('It failed');
    announce('It is done', 'en');
    dialog.close();
    await time.advance(199);
    expect([region().parentElement, region().textContent]).to.deep.equal([document.body, '']);
    await time.advance(1);
    expect(region().textContent).to.equal('It is done');
    dialog.remove();
  });

  it('says the same text once within a second', async () => {
    announce('Hello', 'en');
    await time.advance(500);
    announce('Hello', 'en');
    await time.advance(2_000);
    expect(heard).to.deep.equal(['Hello']);
  });

  it('says the same text again later', async () => {
    announce('Hello', 'en');
    await time.advance(1_000);
    announce('Hello', 'en');
    await time.advance(100);
    expect(heard).to.deep.equal(['Hello', 'Hello']);
  });

  it('says the last of several texts that come at once', async () => {
    announce('One', 'en');
    announce('Two', 'en');
    await time.advance(1_000);
    expect(heard).to.deep.equal(['Two']);
  });

  it('says nothing when there is nothing to say', async () => {
    announce('', 'en');
    await time.advance(1_000);
    expect(heard).to.deep.equal([]);
  });

  it('names the language of the text', () => {
    announce('Hallo', 'de');
    expect(region().lang).to.equal('de');
  });

  it('comes back when the page took it away', async () => {
    observer.disconnect();
    region().remove();
    announce('Hello', 'en');
    await time.advance(100);
    expect(region().textContent).to.equal('Hello');
  });
});
