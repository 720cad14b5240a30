import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { readMailAddress } from '../../domain/mail-address';
import { probablyMeant } from '../../domain/mail-address-hint';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { limitTo } from '../limits';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf, ROUTES } from '../paths';
import { letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { refusalWords } from '../words/refusals';
import { say } from '../words/typography';
import { orderVisit } from './order-visit';

/** `seen`: the address about which the page has asked whether it is meant. */
const Typed = z.object({
  email: z.string().trim().max(320).catch(''),
  seen: z.string().max(320).catch(''),
  command: z.uuid().catch(() => randomUUID()),
});

/** A slip in the address is put right by whoever has bought, while the order is still to come. */
export function correctAddress(site: Site): Router {
  const { deeds, settings } = site.needs;
  const router = Router();
  router.get(ROUTES.correctAddress, async (request, response) => {
    const { order, visit } = await orderVisit(site, request, response);
    response.send(addressPage(visit, order, { email: '' }));
  });

  router.post(ROUTES.correctAddress, limitTo(settings.limits.secrets), site.csrf.guard, async (request, response) => {
    const { order, visit } = await orderVisit(site, request, response);
    const { email, seen, command } = Typed.parse(request.body);
    const fault = faultIn(visit, { email, seen });
    if (fault !== undefined) return response.status(422).send(addressPage(visit, order, { email, ...fault }));
    try {
      const head = { command: `customer-${command}`, by: { role: 'customer' }, door: 'customer-area' } as const;
      const { version } = await deeds.correctAddress(order.reference, { ...head, email });
      await stayIn(request, order, version);
      return response.redirect(303, pathOf('order', { reference: order.reference }, { adresse: 1 }));
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

/** `seen`: the address about which the fault asks. */
interface Asked {
  readonly fault: string;
  readonly seen?: string;
}

function faultIn({ language }: Visit, { email, seen }: { readonly email: string; readonly seen: string }): Asked | undefined {
  const words = WORDS[language];
  if (readMailAddress(email) === undefined) return { fault: words.incomplete };
  const meant = probablyMeant(email);
  return meant !== undefined && seen !== email ? { fault: words.meant(meant), seen: email } : undefined;
}

function addressPage(visit: Visit, { reference, customer }: OrderView, typed: Partial<Asked> & { readonly email: string }): string {
  const words = WORDS[visit.language];
  const { email, fault, seen = '' } = typed;
  return publicPage(visit, {
    title: words.title,
    width: 'text',
    error: fault !== undefined,
    body: html`${fault !== undefined && errorNotice(words.again, [html`<a href="#email">${fault}</a>`])}
      <p class="over">${words.order} <span class="nowrap">${reference}</span></p>
      <h1>${words.title}</h1>
      <p>${words.now} <strong class="nowrap">${customer.email}</strong>. ${words.what}</p>
      <form class="fields" method="post" action="${pathOf('correctAddress', { reference })}">
        ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
        <input type="hidden" name="seen" value="${seen}" />
        <label for="email">${words.label}</label>
        ${fault !== undefined && html`<p class="fault" id="email-fault">${fault}</p>`}
        <input
          id="email"
          name="email"
          type="text"
          inputmode="email"
          autocapitalize="none"
          spellcheck="false"
          required
          maxlength="320"
          autocomplete="email"
          value="${email}"
          ${fault !== undefined && html`aria-invalid="true" aria-describedby="email-fault"`}
        />
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
    what: say`Un message part aussitôt à la nouvelle adresse, avec un nouveau lien : celui de nos messages précédents n’ouvre plus rien.`,
    label: 'Nouvelle adresse e-mail',
    correct: 'Corriger l’adresse',
    back: 'Revenir à ma commande',
    incomplete: 'Écrivez une adresse e-mail complète, par exemple camille@courriel.example.',
    meant: (address: string) => say`Vouliez-vous écrire ${address} ? Corrigez, ou envoyez une seconde fois si l’adresse est bien celle-ci.`,
  },
  en: {
    title: 'Correct my e-mail address',
    again: 'The address needs another look',
    order: 'Order',
    now: 'We write to',
    what: 'A message leaves to the new address at once, with a new link: the one in our earlier messages opens nothing any more.',
    label: 'New e-mail address',
    correct: 'Correct the address',
    back: 'Back to my order',
    incomplete: 'Write a whole e-mail address, for example camille@courriel.example.',
    meant: (address: string) => `Did you mean ${address}? Correct it, or send it a second time if the address is right.`,
  },
};
