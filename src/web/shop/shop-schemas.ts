import { mailAddress } from '../typed-text';
import { composed } from '../../domain/free-text';
import { isPersonName } from '../../domain/person-name';
import { isMemberNumber } from '../../domain/sale/basket';
import { Amount, Instant, Ours, Reference } from '../api/fields';
import { DeliveryMethod, Performance, Tariff } from '../orders/order-schemas';
import { saying } from '../words/field-faults';
import { z } from '../api/zod';

export const OfferBody = z
  .object({
    performance: Performance,
    venue: z.object({ id: z.int(), name: z.string(), timeZone: z.string() }),
    categories: z.array(z.object({ code: z.string(), name: z.string(), free: z.int() })),
    tariffs: z.array(
      Tariff.extend({
        maxPerOrder: z.int().optional(),
        minPerOrder: z.int().optional().openapi({ description: 'A group’s least size.' }),
        memberNumber: z.boolean().optional().openapi({ description: 'Each seat gives a member’s number.' }),
        prices: z.record(z.string(), z.object({ price: Amount, fee: Amount })).openapi({ description: 'By category code.' }),
      }),
    ),
    deliveryMethods: z
      .object({ withoutProof: z.array(DeliveryMethod), withProof: z.array(DeliveryMethod) })
      .openapi({ description: '`withProof`: the only ones for a basket with at least one seat whose tariff needs a proof.' }),
    salesOpenAt: Instant,
    salesCloseAt: Instant,
    maxSeats: z.int(),
  })
  .openapi('Offer');

export const PlanBody = z
  .object({
    places: z.array(
      z.object({
        id: z.int().openapi({ description: 'What a basket’s seat names as its `place`.' }),
        category: z.string(),
        row: z.string(),
        seat: z.string(),
        entrance: z.string(),
        status: z.enum(['free', 'taken']),
      }),
    ),
  })
  .openapi('Plan');

const PersonName = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(120)
  .refine(isPersonName, saying('Un nom s’écrit avec des lettres, sur une ligne.', 'A name is written with letters, on one line.'));

const MemberNumber = z
  .string()
  .overwrite(composed)
  .trim()
  .max(40)
  .refine(
    (typed) => typed === '' || isMemberNumber(typed),
    saying(
      'Un numéro d’adhérent a de 2 à 40 lettres et chiffres, avec des espaces, points, tirets ou barres entre eux.',
      'A member number has 2 to 40 letters and figures, with spaces, dots, dashes or strokes between them.',
    ),
  )
  .openapi({ description: 'As the card prints it; empty, none.' });

export const Basket = z
  .strictObject({
    performanceId: Ours,
    language: z.enum(['fr', 'en']).default('fr'),
    customer: z.strictObject({ name: PersonName, email: mailAddress() }),
    seats: z
      .array(
        z.strictObject({
          tariff: z.string().max(40),
          category: z.string().max(40),
          holder: PersonName,
          place: Ours.optional().openapi({ description: 'A free place of the plan; without one the best that are left.' }),
          memberNumber: MemberNumber.optional(),
        }),
      )
      .min(1)
      .max(50),
    deliveryMethod: z.string().max(40),
    termsAccepted: z.literal(true).optional().openapi({
      description:
        'The buyer has read and accepted the terms of sale of the performance’s venue, `/lieux/{venue}/conditions-de-vente`; kept with the order in their words of now.',
    }),
  })
  .openapi('Basket');

export const Placed = z
  .object({
    reference: Reference,
    total: Amount,
    currency: z.literal('EUR'),
    expiresAt: Instant,
    paymentUrl: z.url().optional().openapi({
      description:
        'Absent when nothing is to be paid: an order of 0 is confirmed at once, and one placed before under the same key may be paid.',
    }),
  })
  .openapi('PlacedOrder');

export const TicketKey = z
  .object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    use: z.literal('sig'),
    alg: z.literal('EdDSA'),
    kid: z.string(),
    x: z.string(),
  })
  .openapi('TicketKey');
