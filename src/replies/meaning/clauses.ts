import type { Reason } from '../../domain/decision/reason';
import { CONNECTIVES } from './phrases';
import type { PhraseKind } from './phrases';
import { RULES } from './rules';
import type { Rule } from './rules';
import type { SeatPhrase, SeatWord } from './seats';
import { joinedNorms } from './words';

/** A phrase found in a sentence: words `from` to `to` (not included). */
export interface Clause {
  readonly kind: PhraseKind | 'reason';
  readonly reason?: Reason;
  readonly asks?: true;
  readonly from: number;
  readonly to: number;
  /** Seats that the clause speaks of; none: of all. */
  readonly seats: readonly SeatPhrase[];
  /** « sauf le 2 » */
  readonly except: readonly SeatPhrase[];
  /** Somebody is named: whose seat that is, the words alone do not say. */
  readonly named: boolean;
  /** One document is meant: « la carte est ok », where several may have been sent. */
  readonly particular: boolean;
}

/** The longest phrase that begins at this word. */
export function clauseAt(words: readonly SeatWord[], line: string, from: number): Clause | undefined {
  const place = words.slice(0, from).reduce((sum, word) => sum + word.norm.length + 1, 0);
  let best: { readonly rule: Rule; readonly length: number; readonly except: string } | undefined;
  for (const rule of RULES) {
    rule.pattern.lastIndex = place;
    const match = rule.pattern.exec(line);
    if (match && match[0].length > (best?.length ?? 0)) best = { rule, length: match[0].length, except: match.groups?.['except'] ?? '' };
  }
  if (!best) return undefined;
  const taken = words.slice(from, from + line.slice(place, place + best.length).split(' ').length);
  // « un seul justificatif pour deux places » counts seats, but speaks of none.
  const counts = best.rule.reason === 'quantity-mismatch';
  const seats = taken.flatMap((word) => word.seats ?? []).filter(({ kind }) => !counts || kind !== 'count');
  if (!MAY_NAME_SEATS.has(best.rule.kind) && seats.some((one) => one.kind !== 'all')) return undefined;
  const excepted = best.except.split(' ').filter((word) => word === '#').length;
  return {
    kind: best.rule.kind,
    ...(best.rule.reason && { reason: best.rule.reason }),
    ...(best.rule.asks && { asks: best.rule.asks }),
    from,
    to: from + taken.length,
    seats: seats.slice(0, seats.length - excepted),
    except: seats.slice(seats.length - excepted),
    named: taken.some((word) => word.norm === '@'),
    particular: PARTICULAR.test(joinedNorms(taken)),
  };
}

/** How many words join phrases here without meaning anything. */
export function connectiveAt(line: string, place: number): number {
  CONNECTIVES.lastIndex = place;
  const match = CONNECTIVES.exec(line);
  return match ? match[0].split(' ').length : 0;
}

/** One document by its kind, or « le justificatif »: not « justificatif conforme », which may speak of all. */
const PARTICULAR =
  /\b(?:le|la|l'|son|sa|votre|ce|cet|cette|the|his|her|your|this) (?:justificatif|justif|document|doc|piece|pj|proof|file|picture)\b|\b(?:carte|attestation|photo|photocopie|image|scan|fichier|certificat|copie|cni|passeport|livret|card|certificate|id)\b/;

/** A phrase about seats in a greeting or a thank-you can only be « tous ». */
const MAY_NAME_SEATS: ReadonlySet<Clause['kind']> = new Set([
  'approve',
  'refuse',
  'more-info',
  'check-at-door',
  'reason',
  'request',
] as const);
