import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readMailAddress } from '../../domain/mail-address';
import { probablyMeant } from '../../domain/mail-address-hint';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Site, Visit } from '../visit';
import { refusalWords } from '../words/refusals';
import { say } from '../words/typography';
import type { DeskVisit } from './desk-visit';
import { OUR_ADDRESS } from './our-address';

/** `seen`: the address about which the page has asked whether it is meant. */
const Typed = z.object({
  command: z.uuid().catch(() => randomUUID()),
  email: z.string().trim().max(320).catch(''),
  seen: z.string().max(320).catch(''),
});

/** An address that was not taken: it stays in the form, with what is wrong. */
export interface WrongAddress {
  readonly status: number;
  readonly email: string;
  readonly fault: string;
  readonly seen?: string | undefined;
}

/** A slip in the address, told on the telephone, is put right; or what is wrong with it is told. */
export async function correctsAddress(site: Site, { who, visit }: DeskVisit, { reference }: OrderView): Promise<WrongAddress | undefined> {
  const { command, email, seen } = Typed.parse(visit.request.body);
  if (readMailAddress(email) === undefined) return { status: 422, email, fault: INCOMPLETE };
  const meant = probablyMeant(email);
  if (meant !== undefined && seen !== email) return { status: 422, email, fault: question(meant), seen: email };
  try {
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    await site.needs.deeds.correctAddress(reference, { ...head, email });
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, words } = refusalWords(refusal.code);
    return { status, email, fault: refusal.code === 'address-of-the-house' ? OUR_ADDRESS : words.fr, seen };
  }
}

/** On top of the page: what is wrong with the address, or that it is another one now. */
export function addressNews({ request }: Visit, { customer }: OrderView, wrong: WrongAddress | undefined): Html | undefined {
  if (wrong) return errorNotice('L’adresse est à revoir', [html`<a href="#email">${wrong.fault}</a>`]);
  if (request.query['adresse'] !== '1') return undefined;
  return notice(
    `Nous écrivons maintenant à ${customer.email}`,
    'Un nouveau lien y part ; ceux d’avant n’ouvrent plus rien.',
    'address-news',
  );
}

export function addressForm(visit: Visit, { reference, customer }: OrderView, wrong: WrongAddress | undefined): Html {
  return html`<details ${wrong && html`open`}>
    <summary>Corriger l’adresse e-mail du client</summary>
    <form class="fields" method="post" action="${pathOf('deskOrderAddress', { reference })}">
      ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
      <input type="hidden" name="seen" value="${wrong?.seen ?? ''}" />
      <label for="email">Adresse de ${customer.name}</label>
      ${wrong && html`<p class="fault" id="email-fault">${wrong.fault}</p>`}
      <input
        id="email"
        name="email"
        type="text"
        inputmode="email"
        required
        maxlength="320"
        autocomplete="off"
        value="${wrong?.email ?? customer.email}"
        ${wrong && html`aria-invalid="true" aria-describedby="email-fault"`}
      />
      <p class="small">
        Un message part aussitôt à cette adresse, avec un nouveau lien vers la commande et ses billets ; les liens envoyés auparavant
        n’ouvrent plus rien.
      </p>
      <button class="plain" type="submit">Corriger l’adresse</button>
    </form>
  </details>`;
}

const INCOMPLETE = 'Écrivez une adresse e-mail complète, par exemple camille@courriel.example.';

function question(address: string): string {
  return say`Est-ce ${address} ? Corrigez, ou envoyez une seconde fois si l’adresse est bien celle-ci.`;
}
