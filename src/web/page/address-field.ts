import type { Html } from './html';
import { html } from './html';

interface AddressField {
  readonly label: string;
  readonly value?: string | undefined;
  /** What is wrong with it, told beside it. */
  readonly fault?: string | undefined;
  readonly autocomplete: 'email' | 'username' | 'off';
}

/** One e-mail address, typed as text: the browser's own check knows neither « jean@théâtre.example » nor our words. */
export function addressField({ label, value = '', fault, autocomplete }: AddressField): Html {
  return html`<label for="email">${label}</label> ${fault !== undefined && html`<p class="fault" id="email-fault">${fault}</p>`}
    <input
      id="email"
      name="email"
      type="text"
      inputmode="email"
      autocapitalize="none"
      spellcheck="false"
      required
      maxlength="320"
      autocomplete="${autocomplete}"
      value="${value}"
      ${fault !== undefined && html`aria-invalid="true" aria-describedby="email-fault"`}
    />`;
}
