import type { Door, SeatNo } from './decision';
import type { Answer } from '../order/event';

/** A seat under review, as it stands to whoever answers. */
export interface SeatToJudge {
  readonly seat: SeatNo;
  readonly files: readonly string[];
  /** Its proof tells of somebody's health: it travels with no letter, the desk alone shows it. */
  readonly health: boolean;
  /** Every file of it was shown to them. */
  readonly shown: boolean;
  /** A file of it cannot be read any more: nobody can be shown it, and it may be asked for again. */
  readonly lost?: boolean | undefined;
}

/** What of the answers can be obeyed, and the seats of which nobody has shown them the proof. */
export interface Sorted<A extends Answer> {
  readonly answers: readonly A[];
  readonly unseen: readonly SeatNo[];
}

/**
 * Whoever judges a proof has looked at it (docs/domain.md 6): by mail, what came with the letter or was opened at the desk; by
 * the desk and the API, a proof of health that was opened there. To leave it to the door judges nothing.
 */
export function sortBySight<A extends Answer>(answers: readonly A[], { seats, door }: Standing): Sorted<A> {
  const blind = seats.filter(({ shown, health }) => !shown && (health || door === 'mail'));
  const unseen = new Set<SeatNo>();
  const left = answers.flatMap((answer) => {
    if (answer.kind === 'check-at-door') return [answer];
    const asked = answer.seats === 'all' ? seats.map(({ seat }) => seat) : answer.seats;
    const unshown = blind.filter(({ lost }) => !lost || answer.kind === 'approve').map(({ seat }) => seat);
    const out = asked.filter((seat) => unshown.includes(seat));
    if (out.length === 0) return [answer];
    for (const seat of out) unseen.add(seat);
    const rest = asked.filter((seat) => !unshown.includes(seat));
    return rest.length === 0 ? [] : [{ ...answer, seats: rest }];
  });
  return { answers: left, unseen: [...unseen].toSorted((one, other) => one - other) };
}

/**
 * A judged seat that has files which were not before whoever answers. The story asks the same of the files it was told of (decisions.ts);
 * of proofs that came before a story was told their names, the record alone knows them.
 */
export function seatWithOthers(answers: readonly Answer[], { seats, shown }: Shown): SeatNo | undefined {
  const others = seats.filter(({ files }) => files.some((file) => !shown.includes(file)));
  const judging = answers.filter(({ kind }) => kind !== 'check-at-door');
  return others.find(({ seat }) => judging.some((answer) => answer.seats === 'all' || answer.seats.includes(seat)))?.seat;
}

interface Shown {
  readonly seats: readonly SeatToJudge[];
  readonly shown: readonly string[];
}

interface Standing {
  readonly seats: readonly SeatToJudge[];
  readonly door: Door;
}
