import { Router } from 'express';
import type { Response } from 'express';
import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { ROUTES } from '../paths';
import type { Site } from '../visit';
import { orderVisit, seatIn } from './order-visit';

/** What one takes home: the tickets that have left, the date for one's calendar, the pictures of one's own proofs. */
export function takeHome(site: Site): Router {
  const { calendarFile, deeds, files } = site.needs;
  const router = Router();
  router.get(ROUTES.tickets, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    sendPdf(response, ticketName(order), await deeds.printTickets(order, {}));
  });

  router.get(ROUTES.ticket, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const seat = seatIn(order, request);
    sendPdf(response, ticketName(order, seat.no), await deeds.printTickets(order, { seat: seat.no }));
  });

  router.get(ROUTES.calendar, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const { name, mime, content } = calendarFile(order);
    response.attachment(name).type(mime).send(content);
  });

  router.get(ROUTES.thumbnail, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const proof = order.proofs.find((one) => one.id === request.params['proof'] && one.purgedAt === undefined);
    if (!proof) throw new Refusal('proof-not-found', 'No such proof in this order.');
    response.type('image/jpeg').send(await files.thumbnail(proof.id, proof));
  });
  return router;
}

function sendPdf(response: Response, name: string, pdf: Buffer): void {
  response.attachment(name).type('application/pdf').send(pdf);
}

function ticketName({ reference, language }: OrderView, seat?: number): string {
  const words = language === 'fr' ? ['billets', 'place'] : ['tickets', 'seat'];
  return `${[words[0], reference, ...(seat === undefined ? [] : [words[1], seat])].join('-')}.pdf`;
}
