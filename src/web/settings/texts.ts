import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { LANGUAGES } from '../../domain/language';
import type { VenueView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { problemWords, textProblems } from '../../domain/texts/check-text';
import { TEXT_KINDS } from '../../domain/texts/text-kind';
import { cleanText } from '../../domain/texts/venue-text';
import { NotFound } from '../problem';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { refusedSaleWords } from '../words/readiness/would-lack';
import { refusalWords } from '../words/refusals';
import { typeset } from '../../wording/typography';
import type { SettingsVisit } from './settings-visit';
import { settingsVisit } from './settings-visit';
import { textPage } from './text-page';
import { textsPage } from './texts-page';
import { versionPage } from './version-page';

const Place = z.object({ kind: z.enum(TEXT_KINDS), textLanguage: z.enum(LANGUAGES) });
const Typed = z.object({ text: z.string().max(20_000), base: z.coerce.number().int().min(0).max(999_999_999) });
const Base = Typed.pick({ base: true });

const DONE: Readonly<Record<string, string>> = {
  enregistre: 'Ce texte vaut pour tout ce qui part désormais.',
  origine: 'Le texte d’origine vaut pour tout ce qui part désormais.',
  repris: 'Cette version vaut pour tout ce qui part désormais.',
};

/** « Textes »: each is read, changed, tried out, put back. */
export function deskTexts(site: Site): Router {
  const { venueTexts, textSheet, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.deskTexts, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    response.send(textsPage(desk, { latest: await venueTexts.latest(venue.id), sheetOf: textSheet }));
  });

  router.get(ROUTES.deskText, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    const { fait } = request.query;
    const done = typeof fait === 'string' ? DONE[fait] : undefined;
    response.send(textPage(desk, { ...(await editedAt(venue, request)), done }));
  });

  router.post(ROUTES.deskText, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const { text, base } = Typed.parse(request.body);
    const place = placeAt(opened.venue, request);
    await obey(opened, { request, response, typed: text, done: 'enregistre' }, () =>
      deeds.editTexts.save(place, { typed: text, base, ...opened.by }),
    );
  });

  router.post(ROUTES.deskTextReset, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const place = placeAt(opened.venue, request);
    await obey(opened, { request, response, done: 'origine' }, () =>
      deeds.editTexts.reset(place, { ...Base.parse(request.body), ...opened.by }),
    );
  });

  router.get(ROUTES.deskTextVersion, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    const version = await deeds.editTexts.versionAt(placeAt(venue, request), versionIn(request));
    response.send(versionPage(desk, await editedAt(venue, request), version));
  });

  router.post(ROUTES.deskTextVersion, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const place = placeAt(opened.venue, request);
    await obey(opened, { request, response, done: 'repris' }, () =>
      deeds.editTexts.restore(place, { version: versionIn(request), ...Base.parse(request.body), ...opened.by }),
    );
  });
  return router;

  async function obey({ desk, venue }: SettingsVisit, asked: Asked, deed: () => Promise<number>): Promise<void> {
    const { request, response, typed, done } = asked;
    const { kind, language } = placeAt(venue, request);
    try {
      await deed();
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code === 'text-version-not-found') throw refusal;
      const { status } = refusalWords(refusal.code);
      const problems =
        typed === undefined ? [] : textProblems(textSheet(kind), cleanText(typed)).map((problem) => typeset(problemWords(problem).fr));
      const errors = problems.length > 0 ? problems : [refusedSaleWords(refusal)];
      response.status(status).send(textPage(desk, { ...(await editedAt(venue, request)), typed, errors }));
      return;
    }
    response.redirect(303, pathOf('deskText', { kind, textLanguage: language }, { fait: done }));
  }

  async function editedAt(venue: VenueView, request: Request) {
    const place = placeAt(venue, request);
    const [current, versions] = await Promise.all([venueTexts.current(place), venueTexts.versions(place)]);
    return { ...place, sheet: textSheet(place.kind), current, versions };
  }
}

interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly typed?: string;
  readonly done: string;
}

/** The text that the address names. */
export function placeAt({ id }: VenueView, request: Request) {
  const named = Place.safeParse(request.params);
  if (!named.success) throw new NotFound();
  return { venue: id, kind: named.data.kind, language: named.data.textLanguage };
}

function versionIn(request: Request): number {
  const version = Number(request.params['version']);
  if (!Number.isSafeInteger(version) || version < 1) throw new NotFound();
  return version;
}
