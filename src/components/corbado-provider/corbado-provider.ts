import { consume, ContextProvider } from '@lit/context';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '../../api/api-client.js';
import { apiContext } from '../../api/api-context.js';
import { ApiController } from '../../api/api-controller.js';
import { localeContext } from '../../localize/localize-context.js';
import { telemetryContext, type Telemetry } from '../base/telemetry-context.js';
import { themeContext, type Theme } from '../base/theme-context.js';

/**
 * @summary Shares project, client, language, theme and telemetry with the elements inside.
 * @tag corbado-provider
 * @slot - The elements that share.
 */
export class CorbadoProvider extends LitElement {
  /** Corbado project, `pro-` and digits. */
  @property({ attribute: 'project-id' }) projectId: string | undefined;
  /** Base URL of the Frontend API; without it the project's host at Corbado. */
  @property({ attribute: 'frontend-api-url' }) frontendApiUrl: string | undefined;
  /** Language tag for the elements inside. */
  @property() locale: string | undefined;
  /** `light`, `dark` or `auto` for the elements inside. */
  @property() theme: Theme | undefined;
  /** `off` for the elements inside: the Frontend API is not told what became of passkey prompts and offers. */
  @property() telemetry: Telemetry | undefined;
  /** Client to share; takes the place of the attributes. */
  @property({ attribute: false }) client: ApiClient | undefined;

  /** @internal */
  @consume({ context: localeContext, subscribe: true })
  @state()
  protected outerLocale: string | undefined;

  /** @internal */
  @consume({ context: themeContext, subscribe: true })
  @state()
  protected outerTheme: Theme | undefined;

  /** @internal */
  @consume({ context: telemetryContext, subscribe: true })
  @state()
  protected outerTelemetry: Telemetry | undefined;

  readonly #client = new ContextProvider(this, { context: apiContext });
  readonly #locale = new ContextProvider(this, { context: localeContext });
  readonly #theme = new ContextProvider(this, { context: themeContext });
  readonly #telemetry = new ContextProvider(this, { context: telemetryContext });
  readonly #api: ApiController = new ApiController(this, () => this.#share());

  protected override willUpdate(): void {
    this.#locale.setValue(this.locale ?? this.outerLocale);
    this.#theme.setValue(this.theme ?? this.outerTheme);
    this.#telemetry.setValue(this.telemetry ?? this.outerTelemetry);
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
