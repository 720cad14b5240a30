import { LANGUAGES } from '../../domain/language';
import { LETTER_KINDS } from '../../domain/letter';
import { TEXT_KINDS } from '../../domain/texts/text-kind';
import type { TextPlace } from '../../ports/settings/venue-texts';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Instant } from '../api/fields';
import { z } from '../api/zod';
import { byKey, HEAD, OfVenue, VENUE, venueOf } from './of-venue';

const language = z.enum(LANGUAGES);
const OfText = OfVenue.extend({ kind: z.enum(TEXT_KINDS), language });
const OfLetter = OfVenue.extend({ kind: z.enum(LETTER_KINDS), language });
const MOST_VERSIONS = 999_999_999;
const Base = z.strictObject({
  base: z.int().nonnegative().max(MOST_VERSIONS).openapi({ description: 'The version that was read; 0: never changed.' }),
});
const Typed = z.strictObject({ text: z.string().max(20_000) });
const own = z.boolean().openapi({
  description: 'False: our own words hold; of an English page that the law asks for, the venue’s French ones where it has written them.',
});
const Listed = z.object({ kind: z.enum(TEXT_KINDS), language, version: z.int(), own });
const Version = z.object({ version: z.int(), text: z.string().optional(), at: Instant, by: z.string(), restored: z.int().optional() });
const Text = Listed.extend({ text: z.string(), versions: z.array(Version) }).openapi('VenueText');
const Letter = z.object({ subject: z.string(), html: z.string(), text: z.string() }).openapi('PreviewedLetter');

const PATH = `${VENUE}/texts/{kind}/{language}`;

/** What a venue says in its own words: read, and tried. */
export function textRoutes(site: Site): readonly ApiRoute[] {
  const { venueTexts, deeds } = site.needs;
  return [
    keyRoute(
      {
        ...{ ...HEAD, method: 'get', path: `${VENUE}/texts`, params: OfVenue, summary: 'The texts of a venue' },
        ...{ says: 'Every text in each language', response: z.object({ texts: z.array(Listed) }), refuses: ['entry-not-found'] },
      },
      async ({ params: { id } }) => {
        await venueOf(site, id);
        const latest = await venueTexts.latest(id);
        const texts = TEXT_KINDS.flatMap((kind) =>
          LANGUAGES.map((spoken) => {
            const last = latest.find((one) => one.kind === kind && one.language === spoken);
            return { kind, language: spoken, version: last?.version ?? 0, own: last?.text !== undefined };
          }),
        );
        return { texts };
      },
    ),
    keyRoute(
      {
        ...{ ...HEAD, method: 'get', path: PATH, params: OfText, summary: 'One text, with its versions' },
        ...{ says: 'What holds, and what held; the newest first', response: Text, refuses: ['entry-not-found'] },
      },
      ({ params }) => standing(site, params),
    ),
    keyRoute(
      {
        ...{ ...HEAD, method: 'post', path: `${PATH}/preview`, params: OfLetter, body: Typed, summary: 'A letter with this text' },
        ...{ says: 'As it would leave, about invented people', response: Letter, refuses: ['entry-not-found', 'text-not-accepted'] },
      },
      async ({ params: { id, ...place }, body }) => deeds.editTexts.preview(await venueOf(site, id), { ...place, typed: body.text }),
    ),
  ];
}

/** Changes are versions: nothing is overwritten. */
export function textChangeRoutes(site: Site): readonly ApiRoute[] {
  const { editTexts } = site.needs.deeds;
  const head = { ...HEAD, params: OfText, says: 'As it stands now', response: Text } as const;
  return [
    keyRoute(
      {
        ...{ ...head, method: 'put', path: PATH, body: Typed.extend(Base.shape), summary: 'Save a text' },
        refuses: ['entry-not-found', 'text-not-accepted', 'text-changed-meanwhile', 'sale-would-stop'],
      },
      async ({ params, body: { text, base }, key }) => {
        await editTexts.save(await placeOf(site, params), { typed: text, base, ...byKey(key) });
        return standing(site, params);
      },
    ),
    keyRoute(
      {
        ...{ ...head, method: 'post', path: `${PATH}/reset`, body: Base, summary: 'Go back to our own words' },
        refuses: ['entry-not-found', 'text-changed-meanwhile', 'sale-would-stop'],
      },
      async ({ params, body: { base }, key }) => {
        await editTexts.reset(await placeOf(site, params), { base, ...byKey(key) });
        return standing(site, params);
      },
    ),
    keyRoute(
      {
        ...{ ...head, method: 'post', path: `${PATH}/restore`, summary: 'Bring a former version back, as a new one' },
        body: Base.extend({ version: z.int().positive().max(MOST_VERSIONS) }),
        refuses: ['entry-not-found', 'text-version-not-found', 'text-not-accepted', 'text-changed-meanwhile', 'sale-would-stop'],
      },
      async ({ params, body, key }) => {
        await editTexts.restore(await placeOf(site, params), { ...body, ...byKey(key) });
        return standing(site, params);
      },
    ),
  ];
}

async function placeOf(site: Site, { id, kind, language: spoken }: z.output<typeof OfText>): Promise<TextPlace> {
  const venue = await venueOf(site, id);
  return { venue: venue.id, kind, language: spoken };
}

async function standing(site: Site, params: z.output<typeof OfText>): Promise<z.input<typeof Text>> {
  const place = await placeOf(site, params);
  const { venueTexts, textSheet } = site.needs;
  const [{ version, text }, versions] = await Promise.all([venueTexts.current(place), venueTexts.versions(place)]);
  const { kind, language: spoken } = place;
  const words = text ?? textSheet(kind).text[spoken];
  return { kind, language: spoken, version, own: text !== undefined, text: words, versions: [...versions] };
}
