import { Router } from 'express';
import type { Request } from 'express';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { carriedTo } from '../forms/carried-form';
import type { AddressFault } from '../corrected-address';
import { CorrectedAddress, correctionDone, correctionFields, CORRECTIONS, faultInAddress } from '../corrected-address';
import { limitTo } from '../limits';
import { addressField } from '../page/address-field';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf, ROUTES } from '../paths';
import { letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { refusalWords } from '../words/refusals';
import { say } from '../../wording/typography';
import { orderVisit } from './order-visit';

/** A slip in the address is put right by whoever has bought, while the order is still to come. */
export function correctAddress(site: Site): Router {
  const { deeds, settings } = site.needs;
  const router = Router();
  router.get(ROUTES.correctAddress, async (request, response) => {
    const { order, visit } = await orderVisit(site, request, response);
    const { email, seen } = CorrectedAddress.parse(carriedTo(request) ?? {});
    response.send(addressPage(visit, order, { email, seen }));
  });

  router.post(ROUTES.correctAddress, limitTo(settings.limits.secrets), site.csrf.guard, async (request, response) => {
    const { order, visit } = await orderVisit(site, request, response);
    const { email, seen, command, before } = CorrectedAddress.parse(request.body);
    const fault = faultInAddress({ email, seen }, { language: visit.language, ask: WORDS[visit.language].meant });
    if (fault !== undefined) return response.status(422).send(addressPage(visit, order, { email, ...fault }));
    try {
      const head = { command: `customer-${command}`, by: { role: 'customer' }, door: 'customer-area' } as const;
      const link = await deeds.correctAddress(order.reference, { ...head, email });
      await stayIn(request, order, link.version);
      const adresse = CORRECTIONS[correctionDone(link, order, before)];
      return response.redirect(303, pathOf('order', { reference: order.reference }, { adresse }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status, words } = refusalWords(refusal.code);
      return response.status(status).send(addressPage(visit, order, { email, fault: words[visit.language], seen }));
    }
  });
  return router;
}

/** The link that let this browser in is replaced; whoever has corrected the address is not shown out. */
async function stayIn(request: Request, { reference, linkVersion }: OrderView, version: number): Promise<void> {
  if (version !== linkVersion) await letCustomerIn(request, { reference, linkVersion: version });
}

function addressPage(visit: Visit, order: OrderView, typed: Partial<AddressFault> & { readonly email: string }): string {
  const { reference, customer } = order;
  const words = WORDS[visit.language];
  const { email, fault, seen } = typed;
  return publicPage(visit, {
    title: words.title,
    width: 'text',
    form: 'correction',
    error: fault !== undefined,
    body: html`${fault !== undefined && errorNotice(words.again, [html`<a href="#email">${fault}</a>`])}
      <p class="over">${words.order} <span class="nowrap">${reference}</span></p>
      <h1>${words.title}</h1>
      <p>${words.now} <strong class="unbroken">${customer.email}</strong>. ${words.what}</p>
      <form class="fields" id="correction" method="post" action="${pathOf('correctAddress', { reference })}">
        ${visit.guardField()} ${correctionFields(order, seen)}
        ${addressField({ label: words.label, value: email, fault, autocomplete: 'email' })}
        <button type="submit">${words.correct}</button>
      </form>
      <p><a href="${pathOf('order', { reference })}">${words.back}</a></p>`,
  });
}

const WORDS = {
  fr: {
    title: 'Corriger mon adresse e-mail',
    again: 'L’adresse est à revoir',
    order: 'Commande',
    now: 'Nous écrivons à',
    what: say`Un message part aussitôt à la nouvelle adresse, avec un nouveau lien : celui de nos messages précédents n’ouvre plus rien. Ce qui ne vous était pas parvenu et compte encore y part aussi. Vos autres commandes gardent la leur : chacune se corrige sur sa page.`,
    label: 'Nouvelle adresse e-mail',
    correct: 'Corriger l’adresse',
    back: 'Revenir à ma commande',
    meant: (address: string) => say`Vouliez-vous écrire ${address} ? Corrigez, ou envoyez une seconde fois si l’adresse est bien celle-ci.`,
  },
  en: {
    title: 'Correct my e-mail address',
    again: 'The address needs another look',
    order: 'Order',
    now: 'We write to',
    what: 'A message leaves to the new address at once, with a new link: the one in our earlier messages opens nothing any more. What had not reached you and still counts leaves to it too. Your other orders keep theirs: each is corrected on its own page.',
    label: 'New e-mail address',
    correct: 'Correct the address',
    back: 'Back to my order',
    meant: (address: string) => `Did you mean ${address}? Correct it, or send it a second time if the address is right.`,
  },
};
