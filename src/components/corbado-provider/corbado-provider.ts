import { ContextProvider } from '@lit/context';
import { html, LitElement, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { apiContext } from '../../api/api-context.js';
import { ApiController } from '../../api/api-controller.js';
import { ContextValue } from '../../api/context-value.js';
import { localeContext } from '../../localize/localize-context.js';
import { telemetryContext, type Telemetry } from '../base/telemetry-context.js';
import { themeContext, type Theme } from '../base/theme-context.js';

/**
 * @summary Shares project, client, language, theme and telemetry with the elements inside.
 * @tag corbado-provider
 * @slot - The elements that share.
 */
export class CorbadoProvider extends LitElement {
  static override properties: PropertyDeclarations = {
    projectId: { attribute: 'project-id' },
    frontendApiUrl: { attribute: 'frontend-api-url' },
    locale: {},
    theme: {},
    telemetry: {},
    client: { attribute: false },
  };

  /** Corbado project, `pro-` and digits. */
  projectId: string | undefined;
  /** Base URL of the Frontend API; without it the project's host at Corbado. */
  frontendApiUrl: string | undefined;
  /** Language tag for the elements inside. */
  locale: string | undefined;
  /** `light`, `dark` or `auto` for the elements inside. */
  theme: Theme | undefined;
  /** `off` for the elements inside: the Frontend API is not told what became of passkey prompts and offers. */
  telemetry: Telemetry | undefined;
  /** Client to share; takes the place of the attributes. */
  client: ApiClient | undefined;

  readonly #outerLocale = new ContextValue(this, localeContext);
  readonly #outerTheme = new ContextValue(this, themeContext);
  readonly #outerTelemetry = new ContextValue(this, telemetryContext);
  readonly #client = new ContextProvider(this, { context: apiContext });
  readonly #locale = new ContextProvider(this, { context: localeContext });
  readonly #theme = new ContextProvider(this, { context: themeContext });
  readonly #telemetry = new ContextProvider(this, { context: telemetryContext });
  readonly #api: ApiController = new ApiController(this, () => this.#share());

  protected override willUpdate(): void {
    this.#locale.setValue(this.locale ?? this.#outerLocale.value);
    this.#theme.setValue(this.theme ?? this.#outerTheme.value);
    this.#telemetry.setValue(this.telemetry ?? this.#outerTelemetry.value);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #share(): void {
    const { client, error } = this.#api;
    // Language and theme can be shared without a project.
    if (error && error.code !== 'missing_project_id') console.error(`<${this.localName}>: ${error.message}`);
    this.#client.setValue(client);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corbado-provider': CorbadoProvider;
  }
}
