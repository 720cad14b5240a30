import { isOrderReference } from '../../domain/sale/reference';
import { LARGEST_NUMERAL, numeral } from '../typed-text';
import { saying } from '../words/field-faults';
import { z } from './zod';

export const Reference = z
  .string()
  .refine(isOrderReference, saying('Une référence s’écrit comme 7K2M-4Q9T.', 'A reference is written like 7K2M-4Q9T.'))
  .openapi({ example: '7K2M-4Q9T' });
/** A number of ours in an address, in the one way that it is written. */
export const Id = numberUpTo(LARGEST_NUMERAL);
/** The same in a body. */
export const Ours = z.int().positive().max(LARGEST_NUMERAL);
export const Instant = z.iso.datetime().openapi({ example: '2027-01-16T19:30:00.000Z' });
/** Any offset is taken; what is kept and given back is UTC (RFC 3339). */
export const UtcInstant = z.iso
  .datetime({ offset: true })
  .openapi({ example: '2027-01-16T20:30:00+01:00', description: 'RFC 3339, with any offset; given back in UTC.' })
  // An offset may lead out of the years that have four figures.
  .refine(
    (at) => isFourFigureYear(new Date(at).getUTCFullYear()),
    saying('Une date des années 0000 à 9999 est attendue.', 'A date of the years 0000 to 9999 is expected.'),
  )
  .transform((at) => new Date(at).toISOString());

/** What is no date at all is told by its own check. */
function isFourFigureYear(year: number): boolean {
  return Number.isNaN(year) || (year >= 0 && year <= 9999);
}

/** What an office names an entry by. The pattern is told apart: the document would write the flag of the expression into it. */
export function codeOf(longest: number) {
  const pattern = /^[\p{L}\d](?:[\p{L}\d _.-]*[\p{L}\d_.-])?$/u;
  const said = saying('Des lettres, chiffres, espaces, points et tirets.', 'Letters, figures, spaces, dots and dashes.');
  return z
    .string()
    .max(longest)
    .refine((code) => pattern.test(code), said)
    .openapi({ pattern: pattern.source });
}
export const Amount = z.int().nonnegative().openapi({ description: 'In euro cents.', example: 2400 });
/** What an entry may cost: fifty seats at that price with that fee, and their delivery, are still an amount that an order can hold. */
export const Price = Amount.max(9_999_999);
/** Where an entry stands in its list. An entry of which it is not said comes last: nothing new is the first that people are offered. */
export const Sort = z
  .int()
  .min(0)
  .max(9999)
  .default(9999)
  .openapi({ description: 'Its place in lists, the smallest first; left out, the last.' });
const LARGEST_SEAT_NO = 999_999;
export const SeatNo = z
  .int()
  .positive()
  .max(LARGEST_SEAT_NO)
  .openapi({ description: 'The number of a seat in its order, from 1.', example: 2 });
export const OfOrder = z.object({ reference: Reference });
export const OfSeat = OfOrder.extend({ seat: numberUpTo(LARGEST_SEAT_NO) });
export const Wording = z.strictObject({ fr: z.string(), en: z.string() }).openapi('Wording');

/** In an address or a query, where a number is written in one way only. */
export function numberUpTo(most: number) {
  return numeral(most).openapi({ type: 'integer', minimum: 1, maximum: most });
}
