import { deName } from '../../domain/first-letter';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import type { AddressFault } from '../corrected-address';
import { CorrectedAddress, correctionDone, correctionFields, correctionIn, CORRECTIONS, faultInAddress } from '../corrected-address';
import { addressField } from '../page/address-field';
import { deskQuestion } from '../likely-slips';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import { say } from '../../wording/typography';
import type { Site, Visit } from '../visit';
import { refusalWords } from '../words/refusals';
import type { DeskVisit } from '../desk/desk-visit';
import { OUR_ADDRESS } from '../settings/our-address';
import { hasNoAddress } from './no-address';

/** An address that was not taken: it stays in the form, with what is wrong. */
export interface WrongAddress extends AddressFault {
  readonly status: number;
  readonly email: string;
}

/** A slip in the address, told on the telephone, is put right, and the next page says so; or what is wrong with it is told. */
export async function correctsAddress(
  site: Site,
  { who, visit }: DeskVisit,
  order: OrderView,
): Promise<WrongAddress | { readonly next: string }> {
  const { reference } = order;
  const { command, email, seen, before } = CorrectedAddress.parse(visit.request.body);
  const wrong = faultInAddress({ email, seen }, { language: 'fr', ask: deskQuestion });
  if (wrong) return { status: 422, email, ...wrong };
  try {
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    const link = await site.needs.deeds.correctAddress(reference, { ...head, email });
    return { next: pathOf('deskOrder', { reference }, { adresse: CORRECTIONS[correctionDone(link, order, before)] }) };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, words } = refusalWords(refusal.code);
    return { status, email, fault: refusal.code === 'address-of-the-house' ? OUR_ADDRESS : words.fr, seen };
  }
}

/** On top of the page: what is wrong with the address, or what a correction has done. */
export function addressNews({ request }: Visit, { customer }: OrderView, wrong: WrongAddress | undefined): Html | undefined {
  if (wrong) return errorNotice('L’adresse est à revoir', [html`<a href="#email">${wrong.fault}</a>`]);
  const done = correctionIn(request.query['adresse']);
  if (done === undefined || customer.email === undefined) return undefined;
  return notice(`Nous écrivons ${done === 'same' ? 'déjà' : 'maintenant'} à ${customer.email}`, NEWS[done], 'address-news');
}

const NEWS = {
  corrected: say`Un nouveau lien y part ; ceux d’avant n’ouvrent plus rien. Ce qui n’était pas arrivé et compte encore y part aussi.`,
  same: say`C’était déjà l’adresse de la commande : rien n’a changé, et aucun message ne part. « Remplacer le lien », plus bas, en envoie un nouveau.`,
  refused: say`Le message avec le nouveau lien y a été refusé : relisez l’adresse avec le client. Les liens d’avant n’ouvrent plus rien.`,
};

export function addressForm(visit: Visit, order: OrderView, wrong: WrongAddress | undefined): Html {
  const { reference, customer } = order;
  const nowhere = hasNoAddress(order);
  return html`<details ${wrong && html`open`}>
    <summary>${nowhere ? 'Noter une adresse e-mail' : 'Corriger l’adresse e-mail du client'}</summary>
    <form class="fields" method="post" action="${pathOf('deskOrderAddress', { reference })}">
      ${visit.guardField()} ${correctionFields(order, wrong?.seen)}
      ${addressField({ label: `Adresse ${deName(customer.name)}`, value: wrong?.email ?? (nowhere ? '' : customer.email), fault: wrong?.fault, autocomplete: 'off' })}
      <p class="small">
        Un message part aussitôt à cette adresse, avec un nouveau lien vers la commande et ses billets ; les liens envoyés auparavant
        n’ouvrent plus rien. Ce qui n’était pas arrivé et compte encore (confirmation, billets) y part aussi.
      </p>
      <button class="plain" type="submit">${nowhere ? 'Noter l’adresse' : 'Corriger l’adresse'}</button>
    </form>
  </details>`;
}
