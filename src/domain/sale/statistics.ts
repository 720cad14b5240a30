import type { Wording } from '../language';
import type { Cents } from '../money';
import { cents } from '../money';

/** What was sold of one tariff, for one performance, by one channel, less what went back: it may be below zero. */
export interface SoldLine {
  readonly channel: string;
  readonly online: boolean;
  readonly tariff: { readonly code: string; readonly name: Wording };
  readonly performance: { readonly id: number; readonly venueId: number; readonly showTitle: string; readonly startsAt: string };
  readonly seats: number;
  /** Prices and fees together. */
  readonly amount: Cents;
}

export interface Share {
  readonly key: string;
  readonly seats: number;
  readonly amount: Cents;
  /** Of all seats, between 0 and 1. */
  readonly ofSeats: number;
}

/** The same lines added up by whatever `keyOf` names, the most sold first. */
export function sharesBy(lines: readonly SoldLine[], keyOf: (line: SoldLine) => string): readonly Share[] {
  const all = totalSold(lines).seats;
  const sums = new Map<string, { seats: number; amount: number }>();
  for (const line of lines) {
    const before = sums.get(keyOf(line)) ?? { seats: 0, amount: 0 };
    sums.set(keyOf(line), { seats: before.seats + line.seats, amount: before.amount + line.amount });
  }
  return [...sums]
    .map(([key, { seats, amount }]) => ({ key, seats, amount: cents(amount), ofSeats: all === 0 ? 0 : seats / all }))
    .toSorted((a, b) => b.seats - a.seats || (a.key < b.key ? -1 : 1));
}

export function totalSold(lines: readonly SoldLine[]): { readonly seats: number; readonly amount: Cents } {
  const seats = lines.reduce((sum, line) => sum + line.seats, 0);
  return { seats, amount: cents(lines.reduce((sum, line) => sum + line.amount, 0)) };
}
