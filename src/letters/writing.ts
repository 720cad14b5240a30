import type { OrderView } from '../domain/order-view';
import type { LetterFacts } from '../ports/mail/letters';
import type { Attachment } from '../ports/mail/mailer';
import type { Draft } from './letter';
import type { LetterLinks } from './links';

/** Besides its facts, what a letter is written with. */
export interface Writing {
  readonly links: LetterLinks;
  readonly enclosed: readonly Attachment[];
  /** Who signs where no order names the venue. */
  readonly house: { readonly name: string; readonly email: string };
}

export type OrderFacts = LetterFacts & { readonly order: OrderView };

/** Most letters are about an order; a letter that is handed none is a fault. */
export type OrderLetter = (facts: OrderFacts, writing: Writing) => Draft;
export type AnyLetter = (facts: LetterFacts, writing: Writing) => Draft;

export function ofOrder(write: OrderLetter): AnyLetter {
  return (facts, writing) => {
    const { order } = facts;
    if (!order) throw new TypeError(`The letter ${facts.key} is about no order.`);
    return write({ ...facts, order }, writing);
  };
}
