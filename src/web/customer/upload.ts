import { Router } from 'express';
import type { Request, Response } from 'express';
import type { OpenSending } from '../../use-cases/deposit-proof';
import type { SeatView } from '../../domain/order-view';
import type { Language } from '../../domain/language';
import { Refusal } from '../../domain/refusal';
import { refuseIdleProof } from '../../domain/sending-proofs';
import { CSRF_FIELD } from '../csrf';
import { limitTo } from '../limits';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { refusalWords } from '../words/refusals';
import { typeset } from '../../wording/typography';
import type { RefusedFile } from './file-errors';
import { fileErrors, tooBigForm } from './file-errors';
import type { Fields, ReadFile } from './multipart';
import { hangUpAfterTheAnswer, readForm } from './multipart';
import { orderPage } from './order-page';
import type { OrderVisit } from './order-visit';
import { orderVisit, seatIn } from './order-visit';

/** Ten files at their limit, and patience for one that is far beyond it. */
const LARGEST_FORM = 128 * 1024 * 1024;

/** POST of the form of one seat: files stream from the browser to where they are checked. */
export function uploads(site: Site): Router {
  const router = Router();
  router.post(ROUTES.upload, limitTo(site.needs.settings.limits.uploads), async (request, response) => {
    const opened = await orderVisit(site, request, response);
    const seat = seatIn(opened.order, request);
    const idle = idleWords(opened, seat);
    if (idle !== undefined) {
      // Answered before the body is read: nobody waits for files that are not wanted.
      hangUpAfterTheAnswer(request, LISTENING_MS);
      return showErrors(site, { request, response, seat, sentences: [idle] });
    }
    const { kept, ...faults } = await receive(site, request, { opened, seat });
    if (faults.sentences.length > 0) return showErrors(site, { request, response, seat, ...faults });
    const page = pathOf('order', { reference: opened.order.reference }, kept ? { garde: seat.no } : { recu: seat.no });
    return response.redirect(303, `${page}#place-${seat.no}`);
  });
  return router;
}

/** A browser sends to its end before it looks for an answer. */
const LISTENING_MS = 20_000;

/** Why no file is wanted for this seat at all, if so. */
function idleWords({ order, visit }: OrderVisit, seat: SeatView): string | undefined {
  try {
    refuseIdleProof(order, [seat.no], visit.now);
    return undefined;
  } catch (fault) {
    if (fault instanceof Refusal) return idleSeatWords(fault, seat, visit.language);
    throw fault;
  }
}

/** An older page still has the field: why it is wanted no more, in the words of this page. */
function idleSeatWords({ code }: Refusal, { proof }: SeatView, language: Language): string {
  if (code !== 'not-allowed-now') return refusalWords(code).words[language];
  return (proof === 'check-at-door' ? SHOWN_AT_THE_DOOR : NO_FILE_WANTED)[language];
}

interface Target {
  readonly opened: OrderVisit;
  readonly seat: SeatView;
}

interface Received {
  /** What is to be put right; none when all is well. */
  readonly sentences: readonly string[];
  /** The files lie here, and the order will hear of them later. */
  readonly kept?: boolean | undefined;
  /** What the sender had chosen for the files that were there. */
  readonly adds?: boolean | undefined;
  /** How many were refused where others passed. */
  readonly missing?: number | undefined;
}

async function receive(site: Site, request: Request, { opened, seat }: Target): Promise<Received> {
  const { language } = opened.visit;
  const { reference, venue } = opened.order;
  const reader = { language, rules: venue.proofRules };
  let sending: OpenSending | undefined;
  let adds = false;
  try {
    const files = await readForm(request, {
      maxBytes: LARGEST_FORM,
      begin: async (fields) => {
        site.csrf.check(request, fields.get(CSRF_FIELD)?.[0]);
        const consent = fields.get('consent')?.[0] === 'yes';
        const address = request.ip ?? '';
        adds = fields.get('earlier')?.[0] === 'keep';
        const opening = await site.needs.deeds.depositProof({ order: reference, seats: seatsOf(fields, seat), consent, adds, address });
        sending = opening;
        return (file) => opening.take(file);
      },
    });
    const deposited = await sending?.close();
    if (files.length === 0) return { sentences: [CHOOSE_A_FILE[language]], adds };
    const kept = deposited === 'kept';
    const refused = files.filter(isRefused);
    const errors = fileErrors(refused, reader);
    const isPartly = errors.length > 0 && refused.length < files.length;
    return { sentences: errors, kept, adds, ...(isPartly && { missing: refused.length }) };
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'file-too-big') return { sentences: [tooBigForm(reader)], adds };
    if (fault instanceof Refusal && fault.code !== 'input-invalid') return { sentences: [refusalWords(fault.code).words[language]] };
    throw fault;
  }
}

/** The page as it now stands, with what passed and what did not. */
async function showErrors(
  site: Site,
  { request, response, seat, ...faults }: Omit<Received, 'kept'> & { request: Request; response: Response; seat: SeatView },
): Promise<void> {
  const { visit, order } = await orderVisit(site, request, response);
  const path = pathOf('order', { reference: order.reference });
  response.status(422).send(orderPage({ ...visit, path }, order, { errors: { seat: seat.no, ...faults } }));
}

function seatsOf(fields: Fields, seat: SeatView): readonly number[] {
  const also = (fields.get('also') ?? []).map(Number).filter((no) => Number.isInteger(no) && no !== seat.no);
  return [seat.no, ...new Set(also)];
}

function isRefused(file: ReadFile): file is RefusedFile {
  return file.refusal !== undefined;
}

const SHOWN_AT_THE_DOOR = {
  fr: typeset('Le justificatif de cette place est à présenter à l’accueil : aucun fichier n’est attendu.'),
  en: 'The proof of this ticket is to be shown at the door: no file is wanted.',
};
const NO_FILE_WANTED = {
  fr: 'Aucun fichier n’est attendu pour cette place, là où elle en est.',
  en: 'No file is wanted for this ticket as it stands.',
};
const CHOOSE_A_FILE = { fr: 'Choisissez d’abord un fichier, ou prenez une photo.', en: 'First choose a file, or take a photo.' };
