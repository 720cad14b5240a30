import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { line, name, paragraph, printed, spoken, words } from '../typed-text';
import { codeOf, Ours, UtcInstant } from '../api/fields';
import { z } from '../api/zod';
import { numberedRoutes } from './shelf-routes';

const Code = codeOf(20);

/** Where one plays, what, and when. */
export function houseEntryRoutes(site: Site): readonly ApiRoute[] {
  const { venues, rooms, shows, performances } = site.needs.shelves;
  return [
    ...numberedRoutes(site, { path: 'venues', many: 'venues', one: 'venue' }, { schema: Venue, shelf: venues }),
    ...numberedRoutes(site, { path: 'rooms', many: 'rooms', one: 'room' }, { schema: Room, shelf: rooms }),
    ...numberedRoutes(site, { path: 'shows', many: 'shows', one: 'show' }, { schema: Show, shelf: shows }),
    ...numberedRoutes(
      site,
      { path: 'performances', many: 'performances', one: 'performance' },
      { schema: PerformanceBody, shelf: performances },
    ),
  ];
}

const Venue = z.object({
  name: name(120),
  organizer: printed(200).openapi({ description: 'The licence holder, as tickets name it.' }),
  licences: z
    .array(line(60))
    .max(6)
    .openapi({ example: ['PLATESV-D-2024-001172'] }),
  address: name(255),
  city: name(120),
  phone: line(40),
  openingHours: spoken(words(240)),
  email: line(254),
  website: line(255),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'not a time zone')
    .default('Europe/Paris'),
  directions: z
    .array(spoken(printed(240)))
    .max(6)
    .default([]),
  advice: z
    .array(z.strictObject({ title: spoken(printed(60)), text: spoken(printed(240)) }))
    .max(6)
    .default([]),
  inboxAddress: line(254).openapi({ description: 'Reads the reviewers’ replies; one venue an inbox.' }),
  copyAddress: line(254),
  escalationAddress: line(254),
});

const Room = z.object({
  venueId: Ours,
  name: name(120),
  seating: z.enum(['numbered', 'free']),
  categories: z
    .array(
      z.strictObject({
        code: Code,
        name: name(120),
        capacity: z.int().min(1).max(5000).optional().openapi({ description: 'Of free seating.' }),
        entrance: name(120).optional(),
      }),
    )
    .min(1)
    .max(20)
    .openapi({ description: 'The best first.' }),
  plan: z
    .array(
      z.strictObject({
        category: Code,
        rows: z.string().min(1).max(400).openapi({ example: 'A-H', description: 'Or names of at most 20 characters: `Loge 1, Loge 2`.' }),
        seats: z.string().min(1).max(400).openapi({ example: '1-16', description: '`1-15/2`: every second seat.' }),
        entrance: printed(120).default(''),
      }),
    )
    .max(200)
    .default([])
    .openapi({
      description:
        'Of numbered seating: rows that are alike, the front ones first. A performance keeps the places that it was made with; one that a performance to come has cannot leave the room (`in-use`).',
    }),
});

const Show = z.object({
  venueId: Ours,
  title: name(200),
  credit: printed(400).default(''),
  genre: printed(120).default(''),
  presentation: spoken(paragraph(4000)).default({ fr: '', en: '' }),
  practical: spoken(paragraph(4000)).default({ fr: '', en: '' }),
});

const PerformanceBody = z.object({
  showId: Ours,
  roomId: Ours,
  startsAt: UtcInstant,
  doorsAt: UtcInstant,
  endsAt: UtcInstant,
  vatRate: z.int().min(0).max(2000).openapi({ description: 'In hundredths of a per cent: 210 is 2.1 %.', example: 210 }),
});
