import type { AdmissionConflict } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Visit } from '../visit';
import { PAGE_WORDS } from './page-words';

/** « N° 012 458, rang F, fauteuil 12 : entré à 19 h 50 et à 19 h 52. »: enough to go and look, and nobody's name. */
export function conflictWords({ language, calendar }: Visit, { number, at, verdict, ...seat }: AdmissionConflict): string {
  const words = PAGE_WORDS[language];
  const digits = `${number}`.padStart(6, '0').replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
  const kind = verdict === 'already-used' ? 'twice' : verdict === 'cancelled' ? 'cancelled' : 'otherwise';
  const ticket = words.numbered(digits, `${placeWords(seat, language)}, ${seat.category}`);
  return words.conflict[kind](ticket, words.times(at.map((time) => calendar.time(time))));
}
