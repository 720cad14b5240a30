import type { Site } from '../../visit';
import type { ApiRoute } from '../route';
import { Instant, Wording } from '../schemas';
import { z } from '../zod';
import { numberedRoutes } from './shelf-routes';

const Text = z.string().trim().min(1).max(255);
const Words = z.string().trim().max(255);
const Id = z.int().positive();
const Code = z.string().regex(/^[\p{L}\d][\p{L}\d _.-]{0,19}$/u, 'letters, figures, spaces, dots and dashes');

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
  name: Text.max(120),
  organizer: Words.max(200).openapi({ description: 'The licence holder, as tickets name it.' }),
  licences: z.array(z.string().trim().min(1).max(60)).max(6),
  address: Text,
  city: Text.max(120),
  phone: Text.max(40),
  openingHours: Wording,
  email: z.email().max(320),
  website: Text,
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'not a time zone')
    .default('Europe/Paris'),
  directions: z.array(Wording).max(6).default([]),
  advice: z
    .array(z.object({ title: Wording, text: Wording }))
    .max(6)
    .default([]),
  inboxAddress: z.email().max(255).openapi({ description: 'Reads the reviewers’ replies; one venue an inbox.' }),
  copyAddress: z.email().max(320),
  escalationAddress: z.email().max(320),
});

const Room = z.object({
  venueId: Id,
  name: Text.max(120),
  seating: z.enum(['numbered', 'free']),
  categories: z
    .array(
      z.object({
        code: Code,
        name: Text.max(120),
        capacity: z.int().min(1).max(5000).optional().openapi({ description: 'Of free seating.' }),
        entrance: Text.max(120).optional(),
      }),
    )
    .min(1)
    .max(20)
    .openapi({ description: 'The best first.' }),
  plan: z
    .array(
      z.object({
        category: Code,
        rows: z.string().min(1).max(200).openapi({ example: 'A-H' }),
        seats: z.string().min(1).max(400).openapi({ example: '1-16', description: '`1-15/2`: every second seat.' }),
        entrance: Words.max(120).default(''),
      }),
    )
    .max(200)
    .default([])
    .openapi({ description: 'Of numbered seating: rows that are alike, the front ones first.' }),
});

const Show = z.object({
  venueId: Id,
  title: Text.max(200),
  credit: Words.max(400).default(''),
  genre: Words.max(120).default(''),
  presentation: Wording.default({ fr: '', en: '' }),
  practical: Wording.default({ fr: '', en: '' }),
});

const UtcInstant = Instant.transform((at) => new Date(at).toISOString());

const PerformanceBody = z.object({
  showId: Id,
  roomId: Id,
  startsAt: UtcInstant,
  doorsAt: UtcInstant,
  endsAt: UtcInstant,
  vatRate: z.int().min(0).max(2000).openapi({ description: 'In hundredths of a per cent: 210 is 2.1 %.', example: 210 }),
});
