import type { Language } from '../../domain/language';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Reason } from '../../domain/decision/reason';
import { REASON_WORDINGS, ownWords } from '../../domain/decision/reason-wording';
import { choicesFor } from '../../domain/order/choices';
import { filesOf } from './proofs';
import { acceptedProofs } from './seats';
import { calendarFor } from './show';
import { callOrAnswer } from './venue';

/** What the spectator reads: the wording of the reason, then the reviewer's own words. */
export function reasonLines(
  order: OrderView,
  seat: SeatView,
  said: { readonly reason: Reason; readonly note?: string | undefined; readonly language: Language },
): readonly string[] {
  const { reason, note, language } = said;
  const alike = order.seats.filter((one) => one.tariff.code === seat.tariff.code);
  const wording = REASON_WORDINGS[reason][language]({
    acceptedProofs: acceptedProofs(seat.tariff, language),
    refDate: calendarFor(order, language).date(order.performance.startsAt),
    note,
    contact: callOrAnswer(order.venue, language),
    choices: choicesFor(order, seat),
    seats: alike.length,
    proofs: new Set(alike.flatMap((one) => filesOf(order, one).map((proof) => proof.id))).size,
  });
  const own = ownWords(reason, note);
  return own === undefined ? [wording] : [wording, `${ADDS[language]} ${own}`];
}

/** Reviewers often speak to a colleague: « sa carte est coupée ». Quoted, it is still true. */
const ADDS: Record<Language, string> = { fr: 'La billetterie précise :', en: 'The box office adds:' };
