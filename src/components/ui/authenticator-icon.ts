import { html, nothing, type TemplateResult } from 'lit';

/** Images that load nothing and run nothing (an SVG in `<img>` has no scripts). */
const DATA_IMAGE = /^data:image\/(?:png|jpeg|webp|gif|svg\+xml)[;,]/;
const MAX_LENGTH = 100_000;

/** Whether the server's icon can be shown: a data URI of an image, nothing that asks another host. */
function isIcon(source: unknown): source is string {
  return typeof source === 'string' && source.length <= MAX_LENGTH && DATA_IMAGE.test(source);
}

/** The mark of an authenticator as the server sends it (`iconLight`, on a light tile in either scheme); `nothing` for what cannot be shown. Its name stands beside it. */
export function authenticatorIcon(source: unknown): TemplateResult | typeof nothing {
  if (!isIcon(source)) return nothing;
  return html`<img class="cbo-authenticator" src=${source} alt="" width="40" height="40" />`;
}
