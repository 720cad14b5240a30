import type { LetterKind } from '../domain/letter';
import type { TextSheetOf } from '../domain/texts/field';
import { SHOP_SHEETS } from '../domain/texts/shop-sheets';
import { isShopText } from '../domain/texts/text-kind';
import type { LetterFile } from './letter-file';
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
import { mailboxRefused } from './venue/mailbox-refused';
import { nudge } from './venue/nudge';
import { refundToDo } from './venue/refund-to-do';
import { reviewRequest } from './venue/review-request';
import { signInTries } from './venue/sign-in-tries';
import { staffInvitation } from './venue/staff-invitation';
import { undone } from './venue/undone';
import { venueCopy } from './venue/venue-copy';

/** Every letter that leaves, each from its own file. */
export const LETTERS: Readonly<Record<LetterKind, LetterFile>> = {
  confirmation,
  tickets,
  'tickets-again': ticketsAgain,
  'ticket-void': ticketVoid,
  refusal,
  'more-info': moreInfo,
  reminder,
  deadline,
  cancelled,
  refunded,
  'payment-refund': paymentRefund,
  'order-refund': orderRefund,
  'sign-in-link': signInLink,
  'new-link': newLink,
  'review-request': reviewRequest,
  nudge,
  echo,
  undone,
  answer,
  escalation,
  'lost-request': lostRequest,
  'refund-to-do': refundToDo,
  'venue-copy': venueCopy,
  'staff-invitation': staffInvitation,
  'sign-in-tries': signInTries,
  'mailbox-refused': mailboxRefused,
};

/** What the shop, or a letter, says where a venue has written nothing of its own. */
export const textSheet: TextSheetOf = (kind) => (isShopText(kind) ? SHOP_SHEETS[kind] : LETTERS[kind].body);
