import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { COUNTER } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue, deskVisit, SELLERS } from '../desk/desk-visit';
import { orderAt } from '../review/review-order';
import { deliveryFor, readTyped, seatsOf } from './basket-form';
import { counterPage, type Counter } from './counter-page';
import { dayOf, tillPage } from './till-page';
import { soldPage } from './sold-page';
import { checked, refusedAtTill, total } from './wrong';

/** The counter: the same seats as online, another channel, money in somebody's till. */
export function deskCounter(site: Site): Router {
  const { catalogue, deeds, receipts } = site.needs;
  const router = Router();
  router.get(ROUTES.deskTill, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const day = dayOf(request.query['jour'], desk);
    const [sellers, names] = await Promise.all([receipts.counter(), receipts.names()]);
    const channel = channelOf(request.query['filiere']);
    const [performances, totals] = await Promise.all([catalogue.performances(channel), receipts.totals(...day.spans)]);
    response.send(tillPage(desk, { day, channel, sellers, names, performances, totals }));
  });

  router.get(ROUTES.deskTillHouse, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const channel = channelOf(request.query['filiere']);
    const offer = await offerAt(request, channel);
    const typed = readTyped({ key: randomUUID(), operator: request.session.till ?? '', channel }, offer);
    response.send(counterPage(desk, { offer, typed, sellers: await receipts.counter() }));
  });

  router.post(ROUTES.deskTillHouse, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const offer = await offerAt(request, channelOf(request.body));
    const typed = readTyped(request.body, offer);
    const counter: Counter = { offer, typed, sellers: await receipts.counter() };
    const sale = checked(counter, desk.visit.now);
    if ('wrong' in sale) return refuse(desk, response, { ...counter, basket: toldBefore(counter), errors: sale.wrong });
    const { basket } = sale;
    try {
      if (!typed.sell) return response.send(counterPage(desk, { ...counter, basket }));
      if (basket.total > 0 && typed.method === undefined) return refuse(desk, response, { ...counter, basket, errors: [CHOOSE_METHOD] });
      if (typed.told !== basket.total) {
        // Another sale than the one that was told, and perhaps made: under its key the till would answer with that one.
        return refuse(desk, response, { ...counter, typed: { ...typed, key: randomUUID() }, basket, errors: [OTHER_TOTAL] });
      }
      request.session.till = typed.operator;
      const { reference } = await deeds.sellAtCounter(saleOf(counter), { role: 'staff', id: desk.who.id });
      return response.redirect(303, pathOf('deskTillSold', { reference }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // Somebody else has sold meanwhile: what is left is read again.
      const now = { ...counter, offer: (await catalogue.offer(offer.performance.id, typed.channel)) ?? offer };
      const again = checked(now, desk.visit.now);
      const errors = 'wrong' in again ? again.wrong : [refusedAtTill(now.offer, refusal, seatsOf(now.offer, typed))];
      return refuse(desk, response, { ...now, basket: toldBefore(now), errors });
    }
  });

  router.get(ROUTES.deskTillSold, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const order = await orderAt(site, request);
    response.send(soldPage(deskOfVenue(desk, order.venue.id), order));
  });

  router.get(ROUTES.deskTickets, async (request, response) => {
    await deskVisit(site, request, { response, roles: SELLERS });
    const order = await orderAt(site, request);
    const pdf = await deeds.printTickets(order, {});
    response.set('Content-Disposition', `inline; filename="billets-${order.reference}.pdf"`).type('application/pdf').send(pdf);
  });
  return router;

  async function offerAt(request: Request, channel: string): Promise<Offer> {
    const id = Number(request.params['performance']);
    const { channels } = await receipts.counter();
    const sold = Number.isSafeInteger(id) && channels.some(({ code }) => code === channel);
    const offer = sold ? await catalogue.offer(id, channel) : undefined;
    if (!offer) throw new Refusal('performance-not-found', `No performance ${id} by ${channel}.`);
    return offer;
  }
}

/** By which channel somebody sells: a form says it in a field, an address after its question mark. */
function channelOf(told: unknown): string {
  const form = z.object({ channel: z.string().min(1).max(40) }).safeParse(told);
  if (form.success) return form.data.channel;
  return typeof told === 'string' && told !== '' ? told : COUNTER;
}

/** A count changed since the total was told: the customer was asked for another sum. */
const OTHER_TOTAL = 'Le total n’est plus celui qui était affiché : annoncez le nouveau avant d’encaisser.';

const CHOOSE_METHOD = 'Choisissez le mode de paiement.';

function refuse(desk: DeskVisit, response: Response, counter: Counter): void {
  response.status(422).send(counterPage(desk, counter));
}

/** A total that was told stays in sight while something is put right, with the way of paying that was chosen. */
function toldBefore({ offer, typed }: Counter): Counter['basket'] {
  const basket = typed.told === undefined ? undefined : total(offer, typed);
  return typeof basket === 'string' ? undefined : basket;
}

/** Without an address no letter is written: the tickets are printed. */
function saleOf({ offer, typed, sellers }: Counter) {
  const seats = seatsOf(offer, typed);
  const { key, channel, operator, language, name, email, proofsSeen } = typed;
  // Of what is free nothing is taken by any of them: the till writes it as free.
  const method = typed.method ?? sellers.methods[0]?.code ?? '';
  return {
    ...{ key: `till-${key}`, channel, operator, method, language, seats, proofsSeen },
    performanceId: offer.performance.id,
    customer: { name, email: email === '' ? undefined : email },
    deliveryMethod: deliveryFor(offer, typed),
  };
}
