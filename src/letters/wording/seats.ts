import type { SeatNo } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import type { OrderView, SeatView, TariffView } from '../../domain/order-view';
import { soldAs } from '../../domain/order/sold-as';
import { uncapital } from '../../domain/first-letter';
import { listed } from '../../domain/listed';

/** « place 3 », « places 3 et 5 »: which of the order's seats, never where one sits. */
export function places(numbers: readonly SeatNo[], language: Language): string {
  const [one, several] = PLACE[language];
  return `${numbers.length === 1 ? one : several} ${listed(numbers.map(String), language)}`;
}

/** « la place 3 », « les places 3 et 5 » */
export function thePlaces(numbers: readonly SeatNo[], language: Language): string {
  if (language === 'en') return places(numbers, 'en');
  return `${numbers.length === 1 ? 'la' : 'les'} ${places(numbers, 'fr')}`;
}

/** « de la place 3 », « des places 3 et 5 » */
export function ofThePlaces(numbers: readonly SeatNo[]): string {
  return `${numbers.length === 1 ? 'de la' : 'des'} ${places(numbers, 'fr')}`;
}

const PLACE: Record<Language, readonly [string, string]> = { fr: ['place', 'places'], en: ['ticket', 'tickets'] };

/** « Étudiant ». What a health tariff is called is nobody's business in a letter (GDPR art. 9). */
export function tariffName(tariff: Pick<TariffView, 'name' | 'health'>, language: Language): string {
  return tariff.health ? REDUCED[language] : tariff.name[language];
}

/** « tarif étudiant », « plein tarif » */
export function tariffPhrase(tariff: Pick<TariffView, 'name' | 'health'>, language: Language): string {
  const name = uncapital(tariffName(tariff, language));
  if (/tarif|tariff/i.test(name)) return name;
  return language === 'fr' ? `tarif ${name}` : `${name} tariff`;
}

export const REDUCED: Record<Language, string> = { fr: 'Tarif réduit', en: 'Reduced tariff' };

/** « place 3, tarif étudiant, Léa Roussel » */
export function seatPhrase(seat: SeatView, language: Language): string {
  return [places([seat.no], language), tariffPhrase(soldAs(seat), language), seat.holder].filter(Boolean).join(', ');
}

/** « rang F, fauteuil 14 », or « placement libre » */
export function whereOneSits(seat: SeatView, language: Language): string {
  if (!seat.place) return language === 'fr' ? 'placement libre' : 'free seating';
  const { row, seat: number } = seat.place;
  return language === 'fr' ? `rang ${row}, fauteuil ${number}` : `row ${row}, seat ${number}`;
}

/** « carte d’étudiant ou certificat de scolarité » */
export function acceptedProofs(tariff: TariffView, language: Language): string {
  const proofs = tariff.acceptedProofs.map((proof) => uncapital(proof[language]));
  return listed(proofs, language, 'or');
}

export function numbersOf(seats: readonly SeatView[]): readonly SeatNo[] {
  return seats.map((seat) => seat.no);
}

export function seatsNumbered(order: OrderView, numbers: readonly SeatNo[]): readonly SeatView[] {
  return order.seats.filter((seat) => numbers.includes(seat.no));
}
