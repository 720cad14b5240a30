import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { COUNTER } from '../../../domain/sale/channel';
import type { Offer } from '../../../domain/sale/offer';
import { isPersonName } from '../../../domain/person-name';
import { Refusal } from '../../../domain/refusal';
import { pathOf, ROUTES } from '../../paths';
import type { Site } from '../../visit';
import { refusalWords } from '../../words/refusals';
import type { DeskVisit } from '../desk-visit';
import { deskVisit, SELLERS } from '../desk-visit';
import { orderAt } from '../review-order';
import { asksProof, deliveryFor, priced, readTyped, seatsOf, type Typed } from './basket-form';
import { counterPage, type Counter } from './counter-page';
import { dayOf, tillPage } from './till-page';
import { soldPage } from './sold-page';

const Email = z.email();

/** The counter: the same seats as online, another channel, money in somebody's till. */
export function deskCounter(site: Site): Router {
  const { catalogue, deeds, receipts } = site.needs;
  const router = Router();
  router.get(ROUTES.deskTill, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const day = dayOf(request.query['jour'], desk);
    const [performances, totals] = await Promise.all([catalogue.performances(COUNTER), receipts.totals(day)]);
    response.send(tillPage(desk, { day, performances, totals }));
  });

  router.get(ROUTES.deskTillHouse, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const offer = await offerAt(site, request);
    const typed = readTyped({ key: randomUUID(), operator: request.session.till ?? '' }, offer);
    response.send(counterPage(desk, { offer, typed, operators: await receipts.operators() }));
  });

  router.post(ROUTES.deskTillHouse, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const offer = await offerAt(site, request);
    const typed = readTyped(request.body, offer);
    const counter: Counter = { offer, typed, operators: await receipts.operators() };
    const errors = wrongIn(counter);
    if (errors.length > 0) return refuse(desk, response, { ...counter, errors });
    try {
      const basket = priced(offer, seatsOf(offer, typed), typed.proofsSeen);
      if (!typed.sell) return response.send(counterPage(desk, { ...counter, basket }));
      if (typed.told !== basket.total) {
        // Another sale than the one that was told, and perhaps made: under its key the till would answer with that one.
        return refuse(desk, response, { ...counter, typed: { ...typed, key: randomUUID() }, basket, errors: [OTHER_TOTAL] });
      }
      request.session.till = typed.operator;
      const { reference } = await deeds.sellAtCounter(saleOf(offer, typed), { role: 'staff', id: desk.who.id });
      return response.redirect(303, pathOf('deskTillSold', { reference }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return refuse(desk, response, { ...counter, errors: [refusalWords(refusal.code).words.fr] });
    }
  });

  router.get(ROUTES.deskTillSold, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    response.send(soldPage(desk, await orderAt(site, request)));
  });

  router.get(ROUTES.deskTickets, async (request, response) => {
    await deskVisit(site, request, { response, roles: SELLERS });
    const order = await orderAt(site, request);
    const pdf = await deeds.printTickets(order, {});
    response.set('Content-Disposition', `inline; filename="billets-${order.reference}.pdf"`).type('application/pdf').send(pdf);
  });
  return router;
}

/** A count changed since the total was told: the customer was asked for another sum. */
const OTHER_TOTAL = 'Le total n’est plus celui qui était affiché : annoncez le nouveau avant d’encaisser.';

async function offerAt({ needs }: Site, request: Request): Promise<Offer> {
  const id = Number(request.params['performance']);
  const offer = Number.isSafeInteger(id) ? await needs.catalogue.offer(id, COUNTER) : undefined;
  if (!offer) throw new Refusal('performance-not-found', `No performance ${id} at the counter.`);
  return offer;
}

function refuse(desk: DeskVisit, response: Response, counter: Counter): void {
  response.status(422).send(counterPage(desk, counter));
}

function wrongIn({ offer, typed, operators }: Counter): readonly string[] {
  const seats = seatsOf(offer, typed);
  const wrong: string[] = [];
  if (seats.length === 0) wrong.push('Indiquez combien de places, au moins à une ligne.');
  if (typed.name === '' || !isPersonName(typed.name)) wrong.push('Écrivez le nom du client, sur une ligne.');
  if (typed.email !== '' && !Email.safeParse(typed.email).success) wrong.push('Cette adresse e-mail n’est pas complète.');
  if (!operators.some(({ code }) => code === typed.operator)) wrong.push('Choisissez la caisse.');
  if (typed.sell && typed.method === undefined) wrong.push('Choisissez le mode de paiement.');
  if (typed.sell && asksProof(offer, seats) && !typed.proofsSeen && typed.email === '')
    wrong.push('Sans justificatif vu, il faut l’adresse e-mail du client : c’est là qu’il sera demandé.');
  return wrong;
}

/** Without an address the letters go to the venue's own, where the tickets are printed. */
function saleOf(offer: Offer, typed: Typed) {
  const seats = seatsOf(offer, typed);
  const { key, operator, method, language, name, email, proofsSeen } = typed;
  if (method === undefined) throw new Refusal('input-invalid', 'A sale says how it was paid.');
  return {
    ...{ key: `till-${key}`, operator, method, language, seats, proofsSeen },
    performanceId: offer.performance.id,
    customer: { name, email: email === '' ? offer.venue.copyAddress : email },
    deliveryMethod: deliveryFor(offer, seats, proofsSeen),
  };
}
