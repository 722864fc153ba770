import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { descriptionsOf } from '../../../src/testing/index.js';
import { textField, type TextFieldOptions } from '../../../src/components/ui/text-field.js';

const options: TextFieldOptions = {
  id: 'test-field',
  name: 'email',
  label: 'Email',
  value: '',
  autocomplete: 'email',
  onInput: () => undefined,
};

describe('textField', () => {
  const draw = async (more: Partial<TextFieldOptions> = {}) => {
    const field = await fixture(textField({ ...options, ...more }));
    return field.querySelector('input')!;
  };

  it('has a visible label of its own', async () => {
    const input = await draw();
    expect(input.labels?.[0]?.textContent?.trim()).to.equal('Email');
  });

  it('is described by the error first, then by the hint', async () => {
    const input = await draw({ error: 'Wrong', hint: 'With an @' });
    expect(descriptionsOf(input)).to.deep.equal(['Wrong', 'With an @']);
  });

  it('is described by nothing when there is nothing to say', async () => {
    expect((await draw()).hasAttribute('aria-describedby')).to.equal(false);
  });

  it('is invalid only with an error', async () => {
    expect((await draw()).ariaInvalid).to.equal(null);
    expect((await draw({ error: 'Wrong' })).ariaInvalid).to.equal('true');
  });

  it('leaves the spelling and the letters of what is typed alone', async () => {
    const input = await draw();
    expect(input.spellcheck).to.equal(false);
    expect(input.getAttribute('autocapitalize')).to.equal('off');
    expect(input.maxLength).to.equal(-1);
  });

  it('reports what is typed', async () => {
    let typed = '';
    const input = await draw({ onInput: (value) => (typed = value) });
    input.value = 'ada';
    input.dispatchEvent(new InputEvent('input'));
    expect(typed).to.equal('ada');
  });

  it('keeps the text and the caret when it is drawn again with the same value', async () => {
    const page = await fixture<HTMLDivElement>(html`<div></div>`);
    render(textField({ ...options, value: 'ada' }), page);
    const input = page.querySelector('input')!;
    input.setSelectionRange(1, 1);
    render(textField({ ...options, value: 'ada', error: 'Wrong' }), page);
    expect(page.querySelector('input')).to.equal(input);
    expect(input.selectionStart).to.equal(1);
  });
});
