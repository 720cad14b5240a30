import type { LetterKind } from '../domain/letter';
import type { LetterFacts } from '../ports/mail/letters';
import type { Draft, Letter } from './letter';
import { cancelled } from './spectator/cancelled';
import { confirmation } from './spectator/confirmation';
import { deadline } from './spectator/deadline';
import { newLink } from './spectator/new-link';
import { moreInfo } from './spectator/more-info';
import { orderRefund } from './spectator/order-refund';
import { paymentRefund } from './spectator/payment-refund';
import { refunded } from './spectator/refunded';
import { refusal } from './spectator/refusal';
import { reminder } from './spectator/reminder';
import { signInLink } from './spectator/sign-in-link';
import { tickets } from './spectator/tickets';
import { ticketVoid } from './spectator/ticket-void';
import { ticketsAgain } from './spectator/tickets-again';
import { answer } from './venue/answer';
import { echo } from './venue/echo';
import { escalation } from './venue/escalation';
import { lostRequest } from './venue/lost-request';
import { nudge } from './venue/nudge';
import { refundToDo } from './venue/refund-to-do';
import { reviewRequest } from './venue/review-request';
import { signInTries } from './venue/sign-in-tries';
import { staffInvitation } from './venue/staff-invitation';
import { undone } from './venue/undone';
import { venueCopy } from './venue/venue-copy';
import type { AnyLetter, OrderLetter, Writing } from './writing';

const LETTERS: Record<LetterKind, AnyLetter> = {
  confirmation: ofOrder(confirmation),
  tickets: ofOrder(tickets),
  'tickets-again': ofOrder(ticketsAgain),
  'ticket-void': ofOrder(ticketVoid),
  refusal: ofOrder(refusal),
  'more-info': ofOrder(moreInfo),
  reminder: ofOrder(reminder),
  deadline: ofOrder(deadline),
  cancelled: ofOrder(cancelled),
  refunded: ofOrder(refunded),
  'payment-refund': ofOrder(paymentRefund),
  'order-refund': ofOrder(orderRefund),
  'sign-in-link': signInLink,
  'new-link': ofOrder(newLink),
  'review-request': ofOrder(reviewRequest),
  echo: ofOrder(echo),
  undone: ofOrder(undone),
  answer,
  nudge: ofOrder(nudge),
  // About one reviewer it says that the request did not reach them.
  escalation: ofOrder((facts, writing) => (facts.name.about.reviewer === undefined ? escalation : lostRequest)(facts, writing)),
  'refund-to-do': ofOrder(refundToDo),
  'venue-copy': ofOrder(venueCopy),
  'staff-invitation': staffInvitation,
  'sign-in-tries': signInTries,
};

/** One letter in the reader's language; the same facts make the same letter. */
export function writeLetter(facts: LetterFacts, writing: Writing): Letter {
  const draft = LETTERS[facts.name.kind](facts, writing);
  return { ...draft, language: facts.language, sign: facts.order?.venue.name ?? writing.house.name };
}

function ofOrder(write: OrderLetter): AnyLetter {
  return (facts, writing): Draft => {
    const { order } = facts;
    if (!order) throw new TypeError(`The letter ${facts.key} is about no order.`);
    return write({ ...facts, order }, writing);
  };
}
