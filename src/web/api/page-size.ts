import { numberUpTo } from './fields';

/** How many lines of a list a page has. */
export function pageOf({ most, otherwise }: { readonly most: number; readonly otherwise: number }) {
  return numberUpTo(most).default(otherwise).openapi({ type: 'integer', minimum: 1, maximum: most, default: otherwise });
}
