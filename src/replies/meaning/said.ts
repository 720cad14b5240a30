import type { DecisionKind, SeatNo } from '../../domain/decision/decision';
import type { Reason } from '../../domain/decision/reason';
import type { MeantDecision } from '../../domain/decision/reply';
import { resolveSeats } from './seats';
import { tellable } from './tellable';
import type { SeatPhrase } from './seats';

/** One thing said in a reply, before anybody asks whether the seats exist and whether it fits with the rest. */
export interface Said {
  decision: DecisionKind;
  /** None: all seats under review. */
  readonly seats: readonly SeatPhrase[];
  /** By a word of decision, not only by what is wrong with the proof: then free words may follow as its reason. */
  readonly explicit: boolean;
  /** Somebody is named: whose seat that is, the words alone do not say. */
  named: boolean;
  readonly particular: boolean;
  readonly from: number;
  to: number;
  /** Excepted from an approval: without more, what is wrong with it was not said. */
  readonly leftOpen?: true;
  /** What follows is no word of it any more. */
  ended?: true;
  wordsFrom: number;
  reason?: Reason;
  /** All seats but these. */
  readonly except: readonly SeatPhrase[];
}

interface Paired {
  readonly said: Said;
  readonly meant: MeantDecision;
}

export type Settled =
  { readonly decisions: readonly MeantDecision[] } | { readonly problem: 'contradictory' | 'unclear'; readonly at: Said };

/** All seats must exist, and none may be said two things of: else nothing counts. */
export function settle(said: readonly Said[], text: string, listed: readonly SeatNo[] | undefined): Settled {
  const numbersSaid = said.flatMap(({ seats, except }) => [...seats, ...except]).flatMap((phrase) => numbersIn(phrase, listed));
  const decisions: Paired[] = [];
  for (const one of said) {
    const seats = seatsOf(one, listed, new Set(numbersSaid));
    if (seats === undefined || (one.named && isUnknowable(said, listed)) || isOneOfMany(one, listed))
      return { problem: 'unclear', at: one };
    decisions.push({ said: one, meant: meantBy(one, text, seats) });
  }
  const open = decisions.find(({ said: one, meant }) => one.leftOpen && one.reason === undefined && !isSaidElsewhere(meant, decisions));
  if (open) return { problem: 'unclear', at: open.said };
  const clash = firstClash(decisions, listed);
  if (clash) return clash;
  return { decisions: merged(decisions) };
}

/** « OK sauf la 3. NON 3 » */
function isSaidElsewhere(meant: MeantDecision, decisions: readonly Paired[]): boolean {
  return decisions.some(({ meant: other }) => other !== meant && other.decision === 'refuse' && overlap(meant.seats, other.seats));
}

function numbersIn(phrase: SeatPhrase, listed: readonly SeatNo[] | undefined): readonly SeatNo[] {
  if (phrase.kind === 'rest') return [];
  const seats = resolveSeats(phrase, listed, new Set());
  return seats === undefined || seats === 'all' ? [] : seats;
}

function seatsOf(said: Said, listed: readonly SeatNo[] | undefined, named: ReadonlySet<SeatNo>): 'all' | readonly SeatNo[] | undefined {
  if (said.except.length > 0) return allBut(said, listed, named);
  if (said.seats.length === 0) return 'all';
  const resolved = said.seats.map((phrase) => resolveSeats(phrase, listed, named));
  if (resolved.includes('all')) return resolved.every((seats) => seats === 'all') ? 'all' : undefined;
  const numbers = resolved.flatMap((seats) => (seats === undefined || seats === 'all' ? [] : seats));
  return resolved.includes(undefined) ? undefined : [...new Set(numbers)].toSorted((one, other) => one - other);
}

function allBut(said: Said, listed: readonly SeatNo[] | undefined, named: ReadonlySet<SeatNo>): readonly SeatNo[] | undefined {
  if (!listed || said.seats.some((phrase) => phrase.kind !== 'all')) return undefined;
  const excepted: SeatNo[] = [];
  for (const phrase of said.except) {
    const seats = resolveSeats(phrase, listed, named);
    if (seats === undefined || seats === 'all') return undefined;
    excepted.push(...seats);
  }
  const left = listed.filter((seat) => !excepted.includes(seat));
  return left.length > 0 ? left : undefined;
}

/** « OK pour Mme Martin » is clear only where the letter lists one seat, or nobody says how many it lists. */
function isUnknowable(said: readonly Said[], listed: readonly SeatNo[] | undefined): boolean {
  return said.length > 1 || (listed !== undefined && listed.length > 1);
}

/** « La carte est ok » speaks of one proof: with several seats, of which? A refusal may be asked again, a release not. */
function isOneOfMany({ decision, particular, seats }: Said, listed: readonly SeatNo[] | undefined): boolean {
  return decision === 'approve' && particular && seats.length === 0 && listed !== undefined && listed.length > 1;
}

function meantBy(said: Said, text: string, seats: 'all' | readonly SeatNo[]): MeantDecision {
  const words = wordsOf(said, text);
  return {
    seats,
    decision: said.decision,
    ...(said.reason && said.decision !== 'approve' && { reason: said.reason }),
    ...(words !== '' && said.decision !== 'approve' && { words }),
  };
}

const MAX_WORDS = 500;

function wordsOf(said: Said, text: string): string {
  const words = tellable(text.slice(said.wordsFrom, said.to)).slice(0, MAX_WORDS);
  const bare = words
    .replace(/^[\s,;:.!()>=-]*(?:(?:car|parce que?|puisque|est|sont|because|is)\s)?[\s,;:.!()>=-]*/i, '')
    .replace(/[\s,;:(.-]+$/, '');
  return bare.includes('(') ? bare : bare.replace(/\)+$/, '');
}

function firstClash(pairs: readonly Paired[], listed: readonly SeatNo[] | undefined): Settled | undefined {
  for (const [at, { said, meant: one }] of pairs.entries()) {
    for (const { meant: other } of pairs.slice(0, at)) {
      if (!overlap(one.seats, other.seats)) continue;
      if (one.decision !== other.decision) return { problem: 'contradictory', at: said };
      if ((one.seats === 'all') !== (other.seats === 'all') && listed?.length !== 1) return { problem: 'unclear', at: said };
      if (one.reason && other.reason && one.reason !== other.reason) return { problem: 'unclear', at: said };
    }
  }
  return undefined;
}

function overlap(one: MeantDecision['seats'], other: MeantDecision['seats']): boolean {
  return one === 'all' || other === 'all' || one.some((seat) => other.includes(seat));
}

/** « OUI 1 » and « OUI 3 » on two lines are one decision, as are two refusals for the same reason in the same words. */
function merged(pairs: readonly Paired[]): readonly MeantDecision[] {
  const result: MeantDecision[] = [];
  for (const { meant: one } of pairs) {
    const at = result.findIndex(
      (other) => isSameButSeats(one, other) || (one.decision === other.decision && overlap(one.seats, other.seats)),
    );
    const same = result[at];
    if (same) result[at] = { ...one, ...same, seats: union(one.seats, same.seats) };
    else result.push(one);
  }
  return result;
}

function isSameButSeats(one: MeantDecision, other: MeantDecision): boolean {
  return one.decision === other.decision && one.reason === other.reason && one.words === other.words;
}

function union(one: MeantDecision['seats'], other: MeantDecision['seats']): MeantDecision['seats'] {
  if (one === 'all' || other === 'all') return 'all';
  return [...new Set([...one, ...other])].toSorted((a, b) => a - b);
}
