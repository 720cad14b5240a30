import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../domain/language';
import type { OrderView } from '../domain/order-view';
import { readMailAddress } from '../domain/mail-address';
import { probablyMeant } from '../domain/mail-address-hint';
import type { NewLink } from '../use-cases/access/new-link-letter';
import type { Html } from './page/html';
import { html } from './page/html';

/**
 * An address put right, by the spectator or at the desk. `seen`: the one about which the page has asked whether it is meant;
 * `before`: the order's when the form was shown.
 */
export const CorrectedAddress = z.object({
  command: z.uuid().catch(() => randomUUID()),
  email: z.string().trim().max(320).catch(''),
  seen: z.string().max(320).catch(''),
  before: z.string().max(320).optional().catch(undefined),
});

/** What the next page says of it. `same`: it was the order's address already; a form sent twice has changed it the first time. */
export const CORRECTIONS = { corrected: '1', same: 'identique', refused: 'refusee' } as const;
type Correction = keyof typeof CORRECTIONS;

export function correctionDone({ letter }: NewLink, { customer }: OrderView, before: string | undefined): Correction {
  if (letter === 'refused') return 'refused';
  return letter === 'unneeded' && (before === undefined || before === customer.email) ? 'same' : 'corrected';
}

export function correctionIn(query: unknown): Correction | undefined {
  const told = ['corrected', 'same', 'refused'] as const;
  return told.find((one) => CORRECTIONS[one] === query);
}

/** `seen`: the address about which the fault asks. */
export interface AddressFault {
  readonly fault: string;
  readonly seen?: string | undefined;
}

/** `ask`: whether the likely address is meant. */
export function faultInAddress(
  { email, seen }: { readonly email: string; readonly seen: string },
  { language, ask }: { readonly language: Language; readonly ask: (meant: string) => string },
): AddressFault | undefined {
  if (readMailAddress(email) === undefined) return { fault: INCOMPLETE[language] };
  const meant = probablyMeant(email);
  return meant !== undefined && seen !== email ? { fault: ask(meant), seen: email } : undefined;
}

/** A form sent twice is one correction; one that was asked about says so. */
export function correctionFields({ customer }: OrderView, seen = ''): Html {
  return html`<input type="hidden" name="command" value="${randomUUID()}" />
    <input type="hidden" name="seen" value="${seen}" />
    <input type="hidden" name="before" value="${customer.email ?? ''}" />`;
}

const INCOMPLETE = {
  fr: 'Écrivez une adresse e-mail complète, par exemple camille@courriel.example.',
  en: 'Write a whole e-mail address, for example camille@courriel.example.',
} satisfies Record<Language, string>;
