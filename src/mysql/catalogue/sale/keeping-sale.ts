import type { Knex } from 'knex';
import { serviceOf } from '../../../domain/sale/missing-step';
import { Refusal } from '../../../domain/refusal';
import type { PerformanceReadiness } from '../../../ports/sale/readiness';
import { rowsOf } from '../../rows';
import { PERFORMANCE, performances, type PerformanceRow } from '../performance';
import { readinessAt } from './readiness';

/**
 * What is online stays so that it can be bought: a change after which a performance would lack what it had is refused, and
 * names it. To make it all the same, the performance is first taken off.
 */
export async function keepingSale<T>(trx: Knex.Transaction, at: string, work: () => Promise<T>): Promise<T> {
  await lockSale(trx);
  const before = new Set((await onSale(trx, at)).flatMap(lackings));
  const done = await work();
  const after = (await onSale(trx, at)).flatMap((one) => changeable(one).map((step) => ({ one, step })));
  const broken = after.filter(({ one, step }) => lackingsOf(one, step).some((lacking) => !before.has(lacking)));
  if (broken.length === 0) return done;
  throw new Refusal('sale-would-stop', 'What is online could not be bought any more.', {
    performances: [...new Set(broken.map(({ one }) => one.performance.id))].join(' '),
    missing: [...new Set(broken.map(({ step }) => step.code))].join(' '),
  });
}

/** Whoever changes what is sold, or puts it online, does so one after the other: nothing goes online on what is just being taken away. */
export async function lockSale(trx: Knex.Transaction): Promise<void> {
  await trx('venues').orderBy('id').forUpdate().first('id');
}

async function onSale(trx: Knex.Transaction, at: string): Promise<readonly PerformanceReadiness[]> {
  const now = new Date(at);
  const online = performances(trx).whereNotNull('performances.published_at').where('performances.ends_at', '>', now);
  const rows = await rowsOf(online, PERFORMANCE);
  return readinessAt(trx, rows.map(goingOnline), now);
}

/** A sale comes to its end by itself, but no change puts that end in the past: so it is read as what is put online now. */
function goingOnline(row: PerformanceRow): PerformanceRow {
  return { ...row, published_at: null };
}

function lackings(one: PerformanceReadiness): readonly string[] {
  return changeable(one).flatMap((step) => lackingsOf(one, step));
}

/** A server that is away was not taken away by a change, and comes back without one. */
function changeable({ missing }: PerformanceReadiness): PerformanceReadiness['missing'] {
  return missing.filter(({ code }) => serviceOf(code) === undefined);
}

/** Name by name: two cells that lack a price are no news where three did. */
function lackingsOf({ performance }: PerformanceReadiness, { code, names }: PerformanceReadiness['missing'][number]): readonly string[] {
  return (names.length === 0 ? [''] : names).map((name) => JSON.stringify([performance.id, code, name]));
}
