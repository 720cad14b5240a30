import { createHash, randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import { entriesFrom } from '../../domain/check-in';
import type { PerformanceView } from '../../domain/order-view';
import { deskOfVenue, deskVisit, SELLERS } from '../desk/desk-visit';
import { languageOf } from '../language';
import { jsonReader } from '../named-twice';
import { readScript } from '../page-scripts';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { atVenueNumbered, inLanguage } from '../visit';
import { choosePage } from './choose-page';
import { conflictWords } from './conflict-words';
import type { AnswerForDevice, AnswersForDevice, CountAtTheDoor, ListForDevice } from './device';
import type { AtTheDoor } from './door-page';
import { doorPage } from './door-page';
import { verdictBlock } from './verdict';

/** Whatever a scanner reads: what is longer than any ticket is none, and keeps no list of a device from being told. */
const Scanned = z
  .string()
  .trim()
  .transform((read) => read.slice(0, 400));

const Shown = z.object({
  id: z.uuid(),
  ticket: Scanned,
  proofSeen: z.literal('yes').optional(),
  typed: z.literal('yes').optional(),
});

const Entry = z.object({
  id: z.uuid(),
  ticket: Scanned,
  proofSeen: z.boolean(),
  typed: z.boolean().default(false),
  offlineAt: z.iso.datetime().optional(),
  listAt: z.iso.datetime().optional(),
});

const Entries = z.object({ checkIns: z.array(Entry).min(1).max(200) });

/** Who stands at the door, here as at the API. */
const roles = SELLERS;

/** The door of a house, for a phone or a hand scanner; works on its own for a while when the network is away. */
export function checkInPages(site: Site): Router {
  const { deeds, checkIns, clock, signer } = site.needs;
  const router = Router();

  // Its scope is the folder it lies in: a script under /assets could not stand in for these pages.
  router.get(ROUTES.checkInScript, (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'no-cache').send(readScript('door-alone.js'));
  });

  router.get(ROUTES.checkIn, async (request, response) => {
    const desk = await atTheDoor(site, request, response);
    response.send(choosePage(desk, await housesAround(site, desk.visit.now)));
  });

  router.get(ROUTES.checkInHouse, async (request, response) => {
    const { desk, performance } = await atTheHouse(site, request, response);
    response.send(doorPage(desk, { performance, count: await countAt(site, desk, performance), entry: randomUUID() }));
  });

  router.post(ROUTES.checkInHouse, site.csrf.guard, async (request, response) => {
    const { desk, performance } = await atTheHouse(site, request, response);
    const { id, ticket, ...said } = Shown.parse(request.body);
    const shown = { ticket, proofSeen: said.proofSeen === 'yes', typed: said.typed === 'yes' };
    const entry = { ...shown, id: entryOf(id, shown), performanceId: performance.id };
    const answer = await deeds.checkIn(entry, { role: 'staff', id: desk.who.id });
    const count = await countAt(site, desk, performance);
    response.send(doorPage(desk, { performance, count, entry: randomUUID(), shown: { ...shown, answer } }));
  });

  router.post(ROUTES.checkInEntries, jsonReader('200kb'), site.csrf.guard, async (request, response) => {
    const { desk, performance } = await atTheHouse(site, request, response);
    const { checkIns: entries } = Entries.parse(request.body);
    const answers: AnswerForDevice[] = [];
    for (const entry of entries) {
      const answer = await deeds.checkIn({ ...entry, performanceId: performance.id }, { role: 'staff', id: desk.who.id });
      const block = verdictBlock(desk.reader, { performance, ...entry, answer, entry: randomUUID() });
      answers.push({ id: answer.id, uid: answer.uid, verdict: answer.verdict, usedAt: answer.usedAt, html: block.markup });
    }
    response.json({ answers, count: await countAt(site, desk, performance) } satisfies AnswersForDevice);
  });

  router.post(ROUTES.checkInTakeBack, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles });
    const performance = await houseAt(site, request);
    const entry = { id: String(request.params['entry']), performanceId: performance.id };
    await checkIns.takeBack(entry, `staff:${who.id}`, clock.now());
    response.redirect(303, pathOf('checkInHouse', { performance: performance.id }));
  });

  router.get(ROUTES.checkInList, async (request, response) => {
    const { desk, performance } = await atTheHouse(site, request, response);
    const at = clock.now(); // what is let in while the list is read is not on it
    const [tickets, count] = await Promise.all([checkIns.list(performance.id), countAt(site, desk, performance)]);
    const from = entriesFrom(performance.doorsAt);
    response.json({ at, from, keys: signer.publicKeys(), tickets, count } satisfies ListForDevice);
  });
  return router;
}

async function atTheDoor(site: Site, request: Request, response: Response): Promise<AtTheDoor> {
  const desk = await deskVisit(site, request, { response, roles });
  return { ...desk, reader: inLanguage(desk.visit, languageOf(request)) };
}

/** By the clock of the venue whose door it is. */
async function atTheHouse(site: Site, request: Request, response: Response) {
  const desk = await atTheDoor(site, request, response);
  const performance = await houseAt(site, request);
  const { venueId } = performance;
  return { desk: { ...deskOfVenue(desk, venueId), reader: atVenueNumbered(desk.reader, venueId) }, performance };
}

async function countAt({ needs }: Site, { reader }: AtTheDoor, { id }: PerformanceView): Promise<CountAtTheDoor> {
  const { admitted, tickets, conflicts } = await needs.checkIns.count(id);
  const told = conflicts === 0 ? [] : await needs.checkIns.conflicts(id);
  return { admitted, tickets, conflicts: told.map((one) => conflictWords(reader, one)) };
}

/** The form sent again is the same entry; another ticket in it, after the browser's « back », is another one. */
function entryOf(form: string, shown: { readonly ticket: string; readonly proofSeen: boolean; readonly typed: boolean }): string {
  const hash = createHash('sha256').update(JSON.stringify([form, shown])).digest('hex'); // prettier-ignore
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(12, 15)}-a${hash.slice(15, 18)}-${hash.slice(18, 30)}`; // a UUID, RFC 9562 5.8
}

async function houseAt({ needs }: Site, request: Request): Promise<PerformanceView> {
  const id = Number(request.params['performance']);
  const found = (await needs.checkIns.houses({ id }))[0];
  if (!found) throw new Refusal('performance-not-found', `No performance ${id}.`);
  return found;
}

const BEFORE_MS = 12 * 3_600_000;
const AFTER_MS = 7 * 24 * 3_600_000;

/** Tonight's first; the days that follow, so that a device can be made ready. */
async function housesAround({ needs }: Site, now: string): Promise<readonly PerformanceView[]> {
  const shift = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
  return needs.checkIns.houses({ from: shift(-BEFORE_MS), until: shift(AFTER_MS) });
}
