import type { Wording } from '../language';
import type { Cents } from '../money';
import { total } from '../money';

/** What was sold of one tariff, for one performance, by one channel, less what went back: it may be below zero. */
export interface SoldLine {
  readonly channel: string;
  readonly online: boolean;
  readonly tariff: { readonly code: string; readonly name: Wording };
  readonly performance: { readonly id: number; readonly venueId: number; readonly showTitle: string; readonly startsAt: string };
  readonly seats: number;
  /** Prices and fees together. */
  readonly amount: Cents;
  /** Of it, what is to be given back for seats that were cancelled, less what was. */
  readonly owed: Cents;
}

export interface Share {
  readonly key: string;
  readonly seats: number;
  readonly amount: Cents;
  readonly owed: Cents;
  /** Of all seats, between 0 and 1. */
  readonly ofSeats: number;
}

/** The same lines added up by whatever `keyOf` names, the most sold first. */
export function sharesBy(lines: readonly SoldLine[], keyOf: (line: SoldLine) => string): readonly Share[] {
  const all = totalSold(lines).seats;
  return [...new Set(lines.map(keyOf))]
    .map((key) => ({ key, ...totalSold(lines.filter((line) => keyOf(line) === key)) }))
    .map((sum) => ({ ...sum, ofSeats: all === 0 ? 0 : sum.seats / all }))
    .toSorted((a, b) => b.seats - a.seats || (a.key < b.key ? -1 : 1));
}

export function totalSold(lines: readonly SoldLine[]): Pick<SoldLine, 'seats' | 'amount' | 'owed'> {
  const seats = lines.reduce((sum, line) => sum + line.seats, 0);
  return { seats, amount: total(lines.map(({ amount }) => amount)), owed: total(lines.map(({ owed }) => owed)) };
}
