import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import {
  authorizationParameters,
  PROVIDER_NAMES,
  type AuthorizationRequest,
} from './authorization-request.js';

/** People everybody has at hand; any other can be typed in. */
export const ACCOUNTS = [
  { email: 'ada@example.com', fullName: 'Ada Lovelace' },
  { email: 'grace@example.com', fullName: 'Grace Hopper' },
] as const;

/** Value of the choice "another account". */
export const OTHER = 'other';

export interface PageContent {
  request: AuthorizationRequest;
  appName: string;
  /** Why the form comes again, and what was typed into it. */
  mistake?: { error: string; email: string; name: string };
}

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export function providerPage({ request, appName, mistake }: PageContent): Html {
  const name = PROVIDER_NAMES[request.provider];
  return page(
    `Sign in with ${name}`,
    html`<p class="provider">${name} <span>local stand-in</span></p>
      <h1>Choose an account</h1>
      <p>${appName} will see your name and e-mail address.</p>
      ${mistake ? html`<p class="error" role="alert" id="error">${mistake.error}</p>` : ''}
      <form method="post" action="/local-api/social/authorize">
        ${Object.entries(authorizationParameters(request)).map(
          ([field, value]) => html`<input type="hidden" name="${field}" value="${value}" />`,
        )}
        <fieldset>
          <legend>Account</legend>
          ${ACCOUNTS.map((account, index) => accountChoice(account, index === 0 && !mistake))}
          <label class="choice">
            <input type="radio" name="account" value="${OTHER}" ${mistake ? 'checked' : ''} />
            <span>Another account</span>
          </label>
          <div class="other">
            <label for="email">E-mail address</label>
            <input
              id="email"
              name="email"
              type="email"
              autocomplete="off"
              value="${mistake?.email ?? ''}"
              ${mistake ? html`aria-invalid="true" aria-describedby="error"` : ''}
            />
            <label for="name">Full name</label>
            <input
              id="name"
              name="name"
              type="text"
              autocomplete="off"
              maxlength="200"
              value="${mistake?.name ?? ''}"
            />
          </div>
        </fieldset>
        <div class="actions">
          <button name="decision" value="allow">Continue</button>
          <button name="decision" value="deny" class="quiet" formnovalidate>Cancel</button>
        </div>
      </form>`,
  );
}

export function refusalPage(): Html {
  return page(
    'This link does not work',
    html`<h1>This link does not work</h1>
      <p>Go back to the site you came from and start again.</p>`,
  );
}

function accountChoice(account: { email: string; fullName: string }, isChecked: boolean): Html {
  return html`<label class="choice">
    <input type="radio" name="account" value="${account.email}" ${isChecked ? 'checked' : ''} />
    <span>${account.fullName} <small>${account.email}</small></span>
  </label>`;
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/local-api/social/provider.css" />
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}
