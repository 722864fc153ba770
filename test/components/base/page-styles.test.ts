import { expect } from '@open-wc/testing';
import {
  blockOf,
  control,
  field,
  fixtureOf,
  screenOf,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

/** Element selectors of the style sheets that most pages bring, and of pages that go too far. Their font is left out: the kit inherits it. */
const SHEETS = {
  'Bootstrap Reboot': `
    *, *::before, *::after { box-sizing: border-box; }
    body { margin: 0; }
    h1, h2, h3 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; font-size: calc(1.325rem + .9vw); }
    p { margin-top: 0; margin-bottom: 1rem; }
    ol, ul { padding-left: 2rem; margin-bottom: 1rem; }
    label { display: inline-block; margin-bottom: 8px; }
    button { border-radius: 0; }
    input, button, select, optgroup, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; }
    button, [type=button], [type=reset], [type=submit] { -webkit-appearance: button; }
    a { color: #0d6efd; text-decoration: underline; }
    svg { vertical-align: middle; }`,
  'Tailwind Preflight': `
    *, ::after, ::before { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html { line-height: 1.5; -webkit-text-size-adjust: 100%; }
    h1, h2, h3 { font-size: inherit; font-weight: inherit; }
    ol, ul, menu { list-style: none; }
    img, svg, video { display: block; vertical-align: middle; }
    button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    :where(button) { cursor: default; }`,
  'a page that styles its own forms': `
    form { display: flex; flex-direction: row; background: yellow; padding: 40px; border: 5px solid red; }
    label { display: none; color: lime; text-transform: uppercase; }
    input { width: 80px; height: 20px; border: none; background: black; color: lime; border-radius: 50%; font-size: 8px; }
    input[type=email] { padding: 0; box-shadow: 0 0 0 5px red; }
    button { float: right; width: 60px; height: 18px; text-transform: uppercase; background: lime; border-radius: 50%; font-size: 8px; letter-spacing: 10px; }
    h2 { color: red; font-size: 60px; margin: 50px; text-transform: uppercase; }
    p { font-size: 40px; margin: 50px; color: lime; }
    span { color: lime; }
    div { margin: 7px; }
    svg { display: none; width: 200px; fill: red; }`,
} as const;

const LOOKS = [
  'display',
  'width',
  'height',
  'marginTop',
  'marginBottom',
  'marginLeft',
  'paddingTop',
  'paddingLeft',
  'fontSize',
  'fontWeight',
  'letterSpacing',
  'textTransform',
  'color',
  'backgroundColor',
  'borderTopWidth',
  'borderTopLeftRadius',
  'boxShadow',
  'fill',
  'lineHeight',
  'textAlign',
  'cssFloat',
  'cursor',
] as const;

type Look = Readonly<Record<string, string>>;

function lookOf(element: Element): Look {
  const computed = getComputedStyle(element);
  const edge =
    computed.borderTopWidth === '0px' ? 'none' : `${computed.borderTopStyle} ${computed.borderTopColor}`;
  return { edge, ...Object.fromEntries(LOOKS.map((name) => [name, computed[name]])) };
}

/** What a person sees of a screen: each kind of thing on it. */
function looks(stage: ProcessStage): Readonly<Record<string, Look>> {
  const one = (selector: string) => screenOf(stage).querySelector(selector)!;
  return {
    heading: lookOf(one('.cbo-heading')),
    lead: lookOf(one('.cbo-lead')),
    form: lookOf(one('.cbo-form')),
    label: lookOf(one('.cbo-label')),
    'text of the label': lookOf(one('.cbo-label span')),
    field: lookOf(one('.cbo-field')),
    input: lookOf(field(stage, 'Email')),
    primary: lookOf(control(stage, 'Continue')),
    'text of the primary': lookOf(one('.cbo-button-label')),
    secondary: lookOf(control(stage, 'Sign in with a passkey')),
    icon: lookOf(one('.cbo-icon')),
    link: lookOf(control(stage, 'Create an account')),
    foot: lookOf(one('.cbo-foot')),
  };
}

describe('the look of screens in the light tree', () => {
  const show = stages();
  const fixture = fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] }));

  for (const [name, css] of Object.entries(SHEETS))
    it(`stands against ${name}`, async () => {
      const stage = await show(fixture, { renderRoot: 'light' });
      stage.element.getAnimations({ subtree: true }).forEach((animation) => animation.finish());
      const without = looks(stage);
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
      const withPage = looks(stage);
      style.remove();
      for (const [what, look] of Object.entries(without)) expect(withPage[what], what).to.deep.equal(look);
    });

  for (const renderRoot of ['shadow', 'light'] as const)
    it(`leaves the insides of icons alone (${renderRoot})`, async () => {
      const verify = blockOf('passkey-verify', { data: { loginHint: 'cda' } });
      const stage = await show(fixtureOf(verify), { renderRoot });
      const phone = screenOf(stage).querySelector<SVGRectElement>('.cbo-mark rect');
      expect(phone?.getBBox().width).to.equal(11);
    });

  it('is that of screens in the shadow tree', async () => {
    const [light, shadow] = [await show(fixture, { renderRoot: 'light' }), await show(fixture)];
    for (const stage of [light, shadow])
      screenOf(stage)
        .getAnimations({ subtree: true })
        .forEach((animation) => animation.finish());
    expect(looks(light)).to.deep.equal(looks(shadow));
  });
});
