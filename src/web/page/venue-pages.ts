import { pathOf } from '../paths';
import type { Visit } from '../visit';

/** The terms of whoever sells what the page is about. */
export function termsPath({ venue }: Pick<Visit, 'venue'>): string {
  return venue === undefined ? pathOf('termsOfSale') : pathOf('venueTerms', { venue });
}

/** Who that is, as the law wants it told. */
export function noticePath({ venue }: Pick<Visit, 'venue'>): string {
  return venue === undefined ? pathOf('legalNotice') : pathOf('venueNotice', { venue });
}
