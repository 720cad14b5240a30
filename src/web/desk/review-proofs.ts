import { Router } from 'express';
import { readProof } from '../../desk/read-proof';
import type { OrderView, ProofView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { ROUTES } from '../paths';
import type { Site } from '../visit';
import { createCalendar } from '../words/dates';
import { deskVisit, REVIEWERS } from './desk-visit';
import { orderAt } from './review-order';

/** Proofs as pictures that we rendered, marked with the venue and the day; each look leaves a line. */
export function reviewProofs(site: Site): Router {
  const { files, proofs, clock } = site.needs;
  const router = Router();
  router.get(ROUTES.deskProofPage, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: REVIEWERS });
    const order = await orderAt(site, request);
    const proof = proofOf(order, request.params['proof']);
    const page = Math.min(Math.max(1, Math.trunc(Number(request.params['page']) || 1)), proof.pages);
    const picture = await readProof(site.needs, proof.id, () => files.page(proof.id, page, markOf(order, clock.now())));
    if (proof.lostAt !== undefined) await proofs.markFound(proof.id);
    await proofs.logView({ proof: proof.id, by: `staff:${who.id}`, how: 'view', at: clock.now() });
    response.type('image/jpeg').send(picture);
  });

  router.get(ROUTES.deskProofFile, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: REVIEWERS });
    const order = await orderAt(site, request);
    const proof = proofOf(order, request.params['proof']);
    const { content, mime, extension } = await readProof(site.needs, proof.id, () => files.original(proof.id));
    await proofs.logView({ proof: proof.id, by: `staff:${who.id}`, how: 'download', at: clock.now() });
    // Never shown by the browser: these are the customer's own bytes.
    response.attachment(`${order.reference}-place-${proof.seats.join('-')}.${extension}`).type(mime);
    response.set('Content-Security-Policy', 'sandbox').send(content);
  });
  return router;
}

function proofOf(order: OrderView, id: unknown): ProofView {
  const proof = order.proofs.find((one) => one.id === id && one.purgedAt === undefined);
  if (!proof) throw new Refusal('proof-not-found', 'No such proof in this order.');
  return proof;
}

function markOf(order: OrderView, now: string): string {
  return `${order.venue.name}, contrôle du ${createCalendar('fr', order.venue.timeZone).day(now)}`;
}
