import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { attestationFor } from '../../domain/decision/attestation';
import { DECISION_KINDS } from '../../domain/decision/decision';
import { REASONS } from '../../domain/decision/reason';
import { Refusal } from '../../domain/refusal';
import { pathOf, ROUTES } from '../paths';
import { numeral } from '../typed-text';
import type { Site } from '../visit';
import { refusalWords } from '../words/refusals';
import { companionWords } from './companion-words';
import { deskOfVenue, deskVisit, REVIEWERS } from '../desk/desk-visit';
import { peopleOf } from '../orders/people-of';
import { orderAt } from './review-order';
import { reviewPage } from './review-page';
import { reviewProofs } from './review-proofs';
import { seenSeat } from './seen-seat';

const Decision = z.object({
  command: z.uuid(),
  review: numeral().optional(),
  shown: z.string().max(4000).optional(),
  seat: numeral(),
  kind: z.enum(DECISION_KINDS, 'Choisissez une réponse.'),
  reason: z.enum(REASONS).optional(),
  words: z.string().max(2000).optional(),
  attested: z.literal('yes').optional(),
});

/** Sent twice it takes one answer back, not the one before it too. */
const Undoing = z.object({ command: z.uuid().catch(() => randomUUID()), decision: z.string().max(200).optional().catch(undefined) });

/** What a form says that was sent with something missing: each part stands by itself. */
const Begun = z.object({
  seat: numeral().optional().catch(undefined),
  kind: z.string().max(40).optional().catch(undefined),
  reason: z.string().max(40).optional().catch(undefined),
  words: z.string().max(2000).optional().catch(undefined),
  attested: z.string().max(3).optional().catch(undefined),
});

/** The review of one order, seat by seat: the same command as a reply by mail. */
export function deskReview(site: Site): Router {
  const { deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.deskReview, async (request, response) => show(site, request, { response }));

  router.post(ROUTES.deskReview, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: REVIEWERS });
    const typed = Decision.safeParse(request.body);
    const error = typed.success ? wrongIn(typed.data) : CHOOSE;
    if (!typed.success || error !== undefined) return show(site, request, { response, error, unfinished: true });
    const { reference } = request.params;
    const { command, review, seat, kind, reason, words } = typed.data;
    const shown = typed.data.shown?.split(' ').filter(Boolean);
    const answer = { seats: [seat], kind, reason: kind === 'refuse' ? reason : undefined, words };
    try {
      const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
      const attestation = await attestationAt(site, request, seat);
      await deeds.decisions.decide(String(reference), { ...head, review, shown, answers: [answer], attestation });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return show(site, request, { response, error: await wordsOf(refusal, site, request), isAnew: refusal.code === 'review-superseded' });
    }
    return response.redirect(303, await nextAfter(site, String(reference)));
  });

  router.post(ROUTES.deskUndo, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: REVIEWERS });
    const reference = String(request.params['reference']);
    const { command, decision } = Undoing.parse(request.body);
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    await deeds.changeOrder.undo(reference, { ...head, decision });
    response.redirect(303, pathOf('deskReview', { reference }));
  });
  router.use(reviewProofs(site));
  return router;
}

interface Showing {
  readonly response: Response;
  readonly error?: string | undefined;
  /** Something is missing in the answer: no news where nobody waits for one. */
  readonly unfinished?: boolean;
  /** Other files are before them now: nothing is proposed of what was answered to those before. */
  readonly isAnew?: boolean;
}

async function show(site: Site, request: Request, { response, error, unfinished = false, isAnew = false }: Showing): Promise<void> {
  const desk = await deskVisit(site, request, { response, roles: REVIEWERS });
  const order = await orderAt(site, request);
  const [alike, timeline] = await Promise.all([site.needs.lookalikes.of(order.reference), site.needs.orders.timeline(order.reference)]);
  const { seat, attested, ...chosen } = Begun.parse(request.body ?? {});
  const asked = { no: seat ?? Number(request.query['place']), answered: error !== undefined };
  const seen = seenSeat(order, timeline, asked);
  const page = {
    order,
    seat: asked.no,
    seen,
    sent: asked.answered,
    page: Number(request.query['page'] ?? 1),
    file: textOf(request.query['fichier']),
    error: seen && unfinished ? undefined : error,
    chosen: isAnew ? { words: chosen.words } : { ...chosen, attested: attested === 'yes' },
    alike,
    timeline,
    people: await peopleOf(site.needs.staff, order, timeline),
  };
  response.status(error === undefined ? 200 : 422).send(reviewPage(deskOfVenue(desk, order.venue.id), { ...page, command: randomUUID() }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The seats of this order tell a companion’s refusal better than the rule does. */
async function wordsOf({ code }: Refusal, site: Site, request: Request): Promise<string> {
  const order = code === 'companion-without-holder' ? await orderAt(site, request) : undefined;
  const seat = order?.seats.find(({ no }) => no === Number(request.body?.seat));
  return order && seat ? companionWords(order, seat) : refusalWords(code).words.fr;
}

/** As it stood beside the box that was ticked. */
async function attestationAt(site: Site, request: Request, no: number): Promise<string | undefined> {
  const seat = (await orderAt(site, request)).seats.find((one) => one.no === no);
  return seat && attestationFor(seat.tariff.name).fr;
}

/** What the rules of the domain do not ask but the desk does. */
function wrongIn({ kind, reason, words, attested }: z.output<typeof Decision>): string | undefined {
  if (kind === 'approve' && attested !== 'yes') return 'Cochez l’attestation pour accepter.';
  if (kind === 'refuse' && reason === undefined) return refusalWords('reason-needed').words.fr;
  const silent = (words ?? '').trim() === '';
  if (kind === 'refuse' && reason === 'other' && silent) return refusalWords('note-needed').words.fr;
  return kind === 'more-info' && silent ? 'Dites en quelques mots ce qui manque.' : undefined;
}

const CHOOSE = 'Choisissez une réponse.';

/** The next seat of the same order, or the list. */
async function nextAfter(site: Site, reference: string): Promise<string> {
  const view = await site.needs.orders.view(reference);
  const next = view?.seats.find((seat) => seat.proof === 'under-review');
  return next ? pathOf('deskReview', { reference }, { place: next.no }) : pathOf('desk', undefined, { repondu: reference });
}
