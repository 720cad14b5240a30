import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { DECISION_KINDS } from '../../domain/decision/decision';
import { REASONS } from '../../domain/decision/reason';
import { readReference } from '../../domain/sale/reference';
import { Refusal } from '../../domain/refusal';
import { MAIL_LISTS } from '../../ports/mail/inbound-mail';
import type { InboundMail } from '../../ports/mail/inbound-mail';
import type { Html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { line, numeral } from '../typed-text';
import { refusalWords } from '../words/refusals';
import { answeredNotice } from '../review/answered-notice';
import type { DeskVisit } from '../desk/desk-visit';
import { deskVisit, REVIEWERS } from '../desk/desk-visit';
import { mailListPage, mailPage } from './mail-pages';

const PAGE = 100;

/** What nobody can have chosen counts as not chosen. */
const Filter = z.object({
  show: z.enum(MAIL_LISTS).catch('to-check'),
  verdict: z.string().min(1).max(40).optional().catch(undefined),
  before: numeral().optional(),
});

const SeatsMeant = z.union([z.literal('all'), z.array(z.int().min(1).max(99)).min(1).max(99)]);

const Meaning = z.object({
  order: z.string().max(40).transform(readReference),
  seats: z.string().max(100).transform(seatsIn).pipe(SeatsMeant),
  kind: z.enum(DECISION_KINDS),
  reason: z
    .enum(REASONS)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  words: z.string().max(2000).optional(),
  attested: z.literal('yes').optional(),
});

/** What a form says that was sent with something missing: each part stands by itself. */
const kept = z.string().max(2000).optional().catch(undefined);
const Begun = z.object({ order: kept, seats: kept, kind: kept, reason: kept, words: kept, attested: kept });

type StoredMail = NonNullable<Awaited<ReturnType<InboundMail['find']>>>;

/** « Courriers à vérifier »: a person reads what no machine could, decides as it was meant, or takes it off the list. */
export function deskMails(site: Site): Router {
  const { inboundMail, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.deskMails, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: REVIEWERS });
    const { show, verdict, before } = Filter.parse(request.query);
    const filter = { show, verdict, before, limit: PAGE };
    const news = await justAnswered(site, desk, request.query['repondu']);
    response.send(mailListPage(desk, await inboundMail.list(filter), { filter, news }));
  });

  router.get(ROUTES.deskMail, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: REVIEWERS });
    response.send(mailPage(desk, await mailAt(request)));
  });

  router.get(ROUTES.deskMailRaw, async (request, response) => {
    await deskVisit(site, request, { response, roles: REVIEWERS });
    const mail = await mailAt(request);
    response.attachment(`courrier-${mail.id}.eml`).type('message/rfc822').send(mail.raw);
  });

  router.post(ROUTES.deskMailApply, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: REVIEWERS });
    const mail = await mailAt(request);
    const typed = Meaning.safeParse(request.body);
    const refuse = (error: string) => response.status(422).send(mailPage(desk, mail, { error, begun: Begun.parse(request.body ?? {}) }));
    if (!typed.success) return refuse(missingIn(typed.error));
    const { order, seats, kind, reason, words, attested } = typed.data;
    const answer = { seats, kind, reason: kind === 'refuse' ? reason : undefined, words };
    try {
      await deeds.settleMail.apply(mail.id, { order, answers: [answer], attested: attested === 'yes', by: { role: 'staff', id: desk.who.id }, door: 'desk' }); // prettier-ignore
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return refuse(refusalWords(refusal.code).words.fr);
    }
    return response.redirect(303, pathOf('deskMails', undefined, { repondu: order ?? mail.order ?? '' }));
  });

  router.post(ROUTES.deskMailDismiss, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: REVIEWERS });
    const mail = await mailAt(request);
    const typed = z.object({ reason: line(500) }).safeParse(request.body);
    if (!typed.success) return response.status(422).send(mailPage(desk, mail, { error: 'Dites pourquoi vous retirez ce courrier.' }));
    const { reason } = typed.data;
    await deeds.settleMail.dismiss(mail.id, { by: { role: 'staff', id: desk.who.id }, reason });
    return response.redirect(303, pathOf('deskMails'));
  });
  return router;

  async function mailAt(request: Request): Promise<StoredMail> {
    const id = Number(request.params['mail']);
    const mail = Number.isSafeInteger(id) ? await inboundMail.find(id) : undefined;
    if (!mail) throw new Refusal('mail-not-found', 'No such mail.');
    return mail;
  }
}

/** What was recorded, and until when it can be taken back. */
async function justAnswered(site: Site, desk: DeskVisit, reference: unknown): Promise<Html | undefined> {
  const order = typeof reference === 'string' ? await site.needs.orders.view(reference) : undefined;
  return order && answeredNotice(desk, order);
}

/** « 1, 3 », « 1 et 3 », « 1-3 », « 1 à 3 »; nothing: all those still under review; an empty list: not understood. */
function seatsIn(typed: string): 'all' | number[] {
  if (typed.trim() === '') return 'all';
  const ranges = typed.split(/[,;]|\bet\b/).map((part) => /^\s*(\d{1,2})(?:\s*(?:-|–|à)\s*(\d{1,2}))?\s*$/.exec(part));
  return ranges.flatMap((range) => {
    if (!range) return [NaN];
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    return last < first ? [NaN] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** Which field is at fault, and what it takes. */
function missingIn({ issues }: z.ZodError): string {
  const [field] = issues[0]?.path ?? [];
  if (field === 'seats') return 'Écrivez les places par leurs numéros, par exemple 1, 3 ou 1 à 3.';
  if (field === 'order') return 'Écrivez la référence de la commande, par exemple 7K2M-4Q9T.';
  if (field === 'kind') return 'Choisissez une réponse.';
  if (field === 'reason') return 'Choisissez le motif du refus.';
  return 'Dites pour quelle commande, quelles places et quelle réponse.';
}
