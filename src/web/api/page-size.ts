import { Id } from './fields';
import { z } from './zod';

/** How many lines of a list a page has; a number in an address, too. */
export function pageOf({ most, otherwise }: { readonly most: number; readonly otherwise: number }) {
  return Id.pipe(z.int().max(most)).default(otherwise).openapi({ type: 'integer', minimum: 1, maximum: most, default: otherwise });
}
