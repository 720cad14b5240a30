import { Refusal } from '../../domain/refusal';
import { CHECK_IN_VERDICTS, UNCHECKED } from '../../domain/check-in';
import type { CheckInAnswer } from '../../ports/tickets/check-ins';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Amount, Id, Instant, UtcInstant, Wording } from '../api/fields';
import { z } from '../api/zod';

const TAG = 'Check-in';
const AT_THE_DOOR = ['cashier', 'admin'] as const;
const OfPerformance = z.object({ id: Id });
const Place = z.object({ row: z.string(), seat: z.string() }).optional().openapi({ description: 'Absent for free seating.' });

const ShownTicket = z
  .strictObject({
    id: z.uuid().openapi({ description: 'Made by the device; the same id again is the same entry.' }),
    ticket: z
      .string()
      .trim()
      .min(1)
      .max(400)
      .openapi({ description: 'What the scanner read; or the identifier or the number printed on the ticket, as somebody typed it.' }),
    typed: z.boolean().default(false).openapi({
      description:
        'A person typed the number and compared the name. Without it a number that stands in place of the signed code lets nobody in.',
    }),
    proofSeen: z.boolean().default(false).openapi({ description: 'The proof was seen at the door.' }),
    offlineAt: UtcInstant.optional().openapi({
      description:
        'When a device that was on its own let this ticket in. Believed from two hours before the doors to now; else it counts as now.',
    }),
    listAt: UtcInstant.optional().openapi({ description: 'When that device took its list: no entry of its own is earlier.' }),
  })
  .openapi('ShownTicket');

const Answer = z
  .object({
    id: z.string(),
    verdict: z.enum(CHECK_IN_VERDICTS),
    uid: z.string(),
    number: z.int().optional().openapi({ description: 'The big number on the ticket.' }),
    typed: z.boolean().openapi({ description: 'Known by its number, not by its code: compare the name.' }),
    usedAt: Instant.optional(),
    entry: z
      .object({
        id: z.string(),
        at: Instant,
        offline: z.boolean(),
        unchecked: z.enum(UNCHECKED).optional().openapi({ description: 'What the device that was on its own had not looked at.' }),
      })
      .optional()
      .openapi({ description: 'The one entry by which somebody is in, also one that a device made on its own; it may be taken back.' }),
    performance: z.object({ id: z.int(), showTitle: z.string(), startsAt: Instant, doorsAt: Instant }).optional(),
    seat: z
      .object({
        tariff: z.object({ fr: z.string(), en: z.string() }),
        holder: z.string(),
        category: z.string(),
        place: Place,
        entrance: z.string(),
        proofToShow: z.boolean().openapi({ description: 'The proof of this seat must still be shown at the door.' }),
        acceptedProofs: z.array(Wording).openapi({
          description: 'One of these is asked for. Empty where none is to be shown, and for a tariff of health: its proofs are not named.',
        }),
        difference: Amount.openapi({ description: 'Due when the proof is not shown, in cents; nothing once it was settled.' }),
        settledAt: Instant.optional().openapi({ description: 'When the difference to the full tariff was settled.' }),
      })
      .optional(),
  })
  .openapi('CheckInAnswer');

const Admission = z
  .object({
    uid: z.string(),
    number: z.int().openapi({ description: 'The big number on the ticket.' }),
    admission: z.enum(['valid', 'used', 'cancelled']),
    usedAt: Instant.optional(),
    proofToShow: z.boolean(),
    place: Place,
    category: z.string(),
    initials: z.string().openapi({ description: '`C. R.` of Camille Roussel, to compare with the ticket.' }),
  })
  .openapi('Admission');

/** The door: what a hand scanner or another program asks. */
export function checkInRoutes({ needs }: Site): readonly ApiRoute[] {
  const { checkIns, clock, deeds } = needs;
  const shown = keyRoute(
    {
      method: 'post',
      path: '/performances/{id}/check-ins',
      tag: TAG,
      roles: AT_THE_DOOR,
      summary: 'Show tickets at the door; also what a device let in on its own',
      params: OfPerformance,
      body: z.strictObject({ checkIns: z.array(ShownTicket).min(1).max(200) }),
      says: 'An answer for each ticket, in the same order; only `admitted` lets in. `too-early`: entries are checked from two hours before the doors on. `key-used-already`: this `id` is the entry of another ticket; nothing of it is kept, the others are heard. Send it again with a new `id`',
      response: z.object({ answers: z.array(Answer) }),
      refuses: ['performance-not-found'],
    },
    async ({ params, body, key }) => {
      const answers: CheckInAnswer[] = [];
      for (const entry of body.checkIns)
        answers.push(await deeds.checkIn({ ...entry, performanceId: params.id }, { role: 'api-key', id: key.id }));
      return { answers: answers.map(answerBody) };
    },
  );

  const takeBack = keyRoute(
    {
      method: 'post',
      path: '/check-ins/{id}/undo',
      tag: TAG,
      roles: AT_THE_DOOR,
      summary: 'Take an entry back: the ticket is good again, unless it was cancelled meanwhile',
      params: z.object({ id: z.uuid() }),
      says: 'Taken back',
      response: z.object({ takenBack: z.literal(true) }),
      refuses: ['check-in-not-found'],
    },
    async ({ params, key }) => {
      await checkIns.takeBack({ id: params.id }, `api-key:${key.id}`, clock.now());
      return { takenBack: true as const };
    },
  );

  const list = keyRoute(
    {
      method: 'get',
      path: '/performances/{id}/admissions',
      tag: TAG,
      roles: AT_THE_DOOR,
      summary: 'Every ticket of a performance, for a device that must work alone',
      params: OfPerformance,
      says: 'Initials, no name; check codes with the keys of /api/tickets/keys',
      refuses: ['performance-not-found'],
      response: z.object({
        admissions: z.array(Admission),
        count: z.object({ tickets: z.int(), admitted: z.int(), conflicts: z.int() }).openapi({
          description: '`conflicts`: tickets that devices on their own let in twice, or after a cancellation.',
        }),
      }),
    },
    async ({ params: { id } }) => {
      if ((await checkIns.houses({ id })).length === 0) throw new Refusal('performance-not-found', `No performance ${id}.`);
      return { admissions: [...(await checkIns.list(id))], count: await checkIns.count(id) };
    },
  );
  return [shown, takeBack, list];
}

function answerBody({ seat, ...answer }: CheckInAnswer): z.input<typeof Answer> {
  return { ...answer, seat: seat && { ...seat, acceptedProofs: [...seat.acceptedProofs] } };
}
