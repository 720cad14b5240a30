import type { Language } from '../../domain/language';
import type { OrderView, SeatView } from '../../domain/order-view';
import { ownWords, REASON_WORDINGS } from '../../domain/decision/reason-wording';
import { choicesFor } from '../../domain/order/choices';
import { createCalendar } from '../../wording/dates';
import { say, typeset } from '../../wording/typography';
import { listed } from '../../domain/listed';

/** « rang F, fauteuil 13 »; free seating has none. */
export function placeWords({ place }: Pick<SeatView, 'place'>, language: Language): string {
  if (!place) return language === 'fr' ? 'placement libre' : 'free seating';
  return language === 'fr' ? say`rang ${place.row}, fauteuil ${place.seat}` : say`row ${place.row}, seat ${place.seat}`;
}

/** « Carte d’étudiant ou certificat de scolarité » */
export function proofWords({ tariff }: SeatView, language: Language): string {
  const words = listed(
    tariff.acceptedProofs.map((proof) => proof[language]),
    language,
    'or',
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why it was refused, in the words of the letter; the reviewer's own follow. */
export function reasonWords(order: OrderView, seat: SeatView, language: Language): readonly string[] {
  if (!seat.reason) return seat.note ? [seat.note] : [];
  const same = order.seats.filter((one) => one.tariff.code === seat.tariff.code);
  const files = order.proofs.filter((proof) => !proof.replaced && proof.seats.some((no) => same.some((one) => one.no === no)));
  const wording = REASON_WORDINGS[seat.reason][language]({
    acceptedProofs: listed(
      seat.tariff.acceptedProofs.map((proof) => proof[language]),
      language,
      'or',
    ),
    refDate: createCalendar(language, order.venue.timeZone).date(order.performance.startsAt),
    contact: callOrWrite(order, language),
    choices: choicesFor(order, seat),
    note: seat.note,
    seats: same.length,
    proofs: files.length,
  });
  const own = ownWords(seat.reason, seat.note);
  return own === undefined ? [typeset(wording)] : [typeset(wording), `${ADDS[language]} ${own}`];
}

/** « appelez le 02 61 91 40 20, ou écrivez à billetterie@… » */
export function callOrWrite({ venue: { phone, email } }: OrderView, language: Language): string {
  return language === 'fr' ? say`appelez le ${phone}, ou écrivez à ${email}` : say`call ${phone}, or write to ${email}`;
}

const ADDS: Record<Language, string> = { fr: typeset('La billetterie précise :'), en: 'The box office adds:' };
