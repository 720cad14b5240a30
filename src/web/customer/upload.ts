import { Router } from 'express';
import type { Request, Response } from 'express';
import type { OpenSending } from '../../desk/deposit-proof';
import type { SeatView } from '../../domain/order-view';
import { limitInWords } from '../../domain/proof-rules';
import { Refusal } from '../../domain/refusal';
import { CSRF_FIELD } from '../csrf';
import { limitTo } from '../limits';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { refusalWords } from '../words/refusals';
import { fileErrorWords } from './file-errors';
import type { Fields, ReadFile } from './multipart';
import { readForm } from './multipart';
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
    const sentences = await receive(site, request, { opened, seat });
    if (sentences.length === 0) {
      const page = pathOf('order', { reference: opened.order.reference }, { recu: seat.no });
      return response.redirect(303, `${page}#place-${seat.no}`);
    }
    return showErrors(site, { request, response, seat, sentences });
  });
  return router;
}

interface Target {
  readonly opened: OrderVisit;
  readonly seat: SeatView;
}

/** What is to be put right, in sentences; nothing when all is well. */
async function receive(site: Site, request: Request, { opened, seat }: Target): Promise<readonly string[]> {
  const { language } = opened.visit;
  let sending: OpenSending | undefined;
  try {
    const files = await readForm(request, {
      maxBytes: LARGEST_FORM,
      begin: async (fields) => {
        site.csrf.check(request, fields.get(CSRF_FIELD)?.[0]);
        const consent = fields.get('consent')?.[0] === 'yes';
        const opening = await site.needs.deeds.depositProof({ order: opened.order.reference, seats: seatsOf(fields, seat), consent });
        sending = opening;
        return (file) => opening.take(file);
      },
    });
    await sending?.close();
    if (files.length === 0) return [CHOOSE_A_FILE[language]];
    const rules = opened.order.venue.proofRules;
    return files.filter(isRefused).map((file) => fileErrorWords(file, { language, rules }));
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'file-too-big')
      return [TOO_BIG[language](limitInWords(opened.order.venue.proofRules, language).replace(' ', '\u00a0'))];
    if (fault instanceof Refusal && fault.code !== 'input-invalid') return [refusalWords(fault.code).words[language]];
    throw fault;
  }
}

/** The page as it now stands, with what passed and what did not. */
async function showErrors(
  site: Site,
  { request, response, seat, sentences }: { request: Request; response: Response; seat: SeatView; sentences: readonly string[] },
): Promise<void> {
  const { visit, order } = await orderVisit(site, request, response);
  const path = pathOf('order', { reference: order.reference });
  response.status(422).send(orderPage({ ...visit, path }, order, { errors: { seat: seat.no, sentences } }));
}

function seatsOf(fields: Fields, seat: SeatView): readonly number[] {
  const also = (fields.get('also') ?? []).map(Number).filter((no) => Number.isInteger(no) && no !== seat.no);
  return [seat.no, ...new Set(also)];
}

function isRefused(file: ReadFile): file is ReadFile & { readonly refusal: Refusal } {
  return file.refusal !== undefined;
}

const TOO_BIG = {
  fr: (limit: string) => `Ce fichier dépasse la limite de ${limit}. Reprenez la photo en qualité moyenne, ou envoyez un PDF.`,
  en: (limit: string) => `This file is over the limit of ${limit}. Take the photo again at medium quality, or send a PDF.`,
};
const CHOOSE_A_FILE = { fr: 'Choisissez d’abord un fichier, ou prenez une photo.', en: 'First choose a file, or take a photo.' };
