import { Router } from 'express';
import { z } from 'zod';
import { readProof } from '../../use-cases/read-proof';
import type { OrderView, ProofView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { pathOf, ROUTES } from '../paths';
import { numeral } from '../typed-text';
import type { Site } from '../visit';
import { deskVisit, REVIEWERS } from '../desk/desk-visit';
import { orderAt } from './review-order';

/** Proofs as pictures that we rendered, marked with the venue and the day; each look leaves a line. */
export function reviewProofs(site: Site): Router {
  const { files, proofs, clock } = site.needs;
  const router = Router();
  router.get(ROUTES.deskProofPage, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: REVIEWERS });
    const order = await orderAt(site, request);
    const proof = proofOf(order, request.params['proof']);
    const page = pageOf(proof, request.params['page']);
    const look = { watermark: { venue: order.venue, at: clock.now() }, turns: proof.turns };
    const picture = await readProof(site.needs, proof.id, () => files.page(proof.id, page, look));
    if (proof.lostAt !== undefined) await proofs.markFound(proof.id);
    await proofs.logView({ proof: proof.id, by: `staff:${who.id}`, how: 'view', at: clock.now() });
    response.type('image/jpeg').send(picture);
  });

  router.post(ROUTES.deskProofTurn, site.csrf.guard, async (request, response) => {
    await deskVisit(site, request, { response, roles: REVIEWERS });
    const order = await orderAt(site, request);
    const proof = proofOf(order, request.params['proof']);
    const page = pageOf(proof, request.params['page']);
    await proofs.turnPage(proof.id, page);
    const { place } = Shown.parse(request.body);
    response.redirect(303, pathOf('deskReview', { reference: order.reference }, { place, fichier: proof.id, page }));
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

/** From which seat one looked. */
const Shown = z.object({ place: numeral().catch(1) });

function pageOf({ pages }: ProofView, asked: unknown): number {
  return Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), pages);
}

function proofOf(order: OrderView, id: unknown): ProofView {
  const proof = order.proofs.find((one) => one.id === id && one.purgedAt === undefined);
  if (!proof) throw new Refusal('proof-not-found', 'No such proof in this order.');
  return proof;
}
