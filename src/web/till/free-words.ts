import { say } from '../../wording/typography';

/** How many places of a category can still be sold. */
export function freeWords(free: number): string {
  return free === 0 ? 'complet' : free > 1 ? say`${free} places libres` : say`${free} place libre`;
}
