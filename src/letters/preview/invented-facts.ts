import type { Language } from '../../domain/language';
import type { LetterKind } from '../../domain/letter';
import { letterKey } from '../../domain/letter';
import type { VenueView } from '../../domain/order-view';
import type { LetterFacts } from '../../ports/mail/letters';
import { LETTERS } from '../letters';
import { inventedOrder } from './invented-order';

/** What a letter of each kind might have to tell. */
export function inventedFacts(
  kind: LetterKind,
  { venue, language }: { readonly venue: VenueView; readonly language: Language },
): LetterFacts {
  const { about = {}, ...told } = LETTERS[kind].preview(venue, language);
  const order = told.order ?? inventedOrder(venue, language);
  const name = { kind, order: order.reference, about };
  return {
    key: letterKey(name),
    name,
    language,
    recipient: { name: order.customer.name, address: order.customer.email ?? '' },
    order,
    ...told,
  };
}
