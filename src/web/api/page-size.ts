import { numeral } from '../typed-text';
// Schemas have their words for the document from there on.
import './zod';

/** How many lines of a list a page has; a number in an address, too. */
export function pageOf({ most, otherwise }: { readonly most: number; readonly otherwise: number }) {
  return numeral(most).default(otherwise).openapi({ type: 'integer', minimum: 1, maximum: most, default: otherwise });
}
