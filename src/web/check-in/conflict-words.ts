import type { AdmissionConflict } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Visit } from '../visit';
import { PAGE_WORDS } from './page-words';

/** « N° 012 458, rang F, fauteuil 12 : entré à 19 h 50 et à 19 h 52. »: enough to go and look, and nobody's name. */
export function conflictWords({ language, calendar }: Visit, { number, entries, verdict, ...seat }: AdmissionConflict): string {
  const words = PAGE_WORDS[language];
  const ticket = words.numbered(bigNumber(number), `${placeWords(seat, language)}, ${seat.category}`);
  const times = words.times(entries.map(({ at, checked }) => words.cameInAt(calendar.time(at), checked)));
  return verdict === 'cancelled' ? words.conflict.cancelled(ticket, times) : words.conflict.cameIn(ticket, times);
}

/** As the ticket prints it. */
export function bigNumber(number: number): string {
  return `${number}`.padStart(6, '0').replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
}
