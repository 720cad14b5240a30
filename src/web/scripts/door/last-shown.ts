import type { AloneVerdict } from '../../../domain/check-in-alone';
import { answer } from './page';

/** What stands there as the answer, and of which ticket. */
interface LastShown {
  readonly ticket: string;
  readonly typed: boolean;
  readonly at: number;
  readonly verdict: AloneVerdict;
}

let last: LastShown | undefined;

/** A ticket that is held before a scanner is read again and again: so long it is the same showing. */
const SAME_SHOWING_MS = 3000;

export function remember(shown: LastShown): void {
  last = shown;
}

/** A number that is typed once more is somebody else’s, or a slip: only the button that was pressed twice is the same one. */
export function isSameShowing({ ticket, typed }: Pick<LastShown, 'ticket' | 'typed'>, at: number): boolean {
  if (last?.verdict !== 'admitted' || ticket !== last.ticket || typed !== last.typed || at - last.at >= SAME_SHOWING_MS) return false;
  last = { ...last, at };
  return true;
}

/** « Entrée » of this very ticket stands there no longer. */
export function takeDown(): void {
  answer.replaceChildren();
  delete answer.dataset['entry'];
  last = undefined;
}
