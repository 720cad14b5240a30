import type { Knex } from 'knex';
import { readinessOf } from '../../../domain/sale/readiness';
import type { PerformanceReadiness, Readiness } from '../../../ports/sale/readiness';
import { rowsOf } from '../../rows';
import { PERFORMANCE, performanceById, performances, performanceView, type PerformanceRow } from '../performance';
import { houseFacts, ownFacts } from './readiness-facts';

interface Needs {
  readonly knex: Knex;
  /** What is over needs nothing any more. */
  readonly now?: () => Date;
}

export function createReadiness({ knex, now = () => new Date() }: Needs): Readiness {
  return {
    async of(performanceId) {
      const row = await performanceById(knex, performanceId);
      const [answer] = row ? await readinessAt(knex, [row], now()) : [];
      return answer;
    },

    ofShow: async (showId) => readinessAt(knex, await toCome((all) => all.where('performances.show_id', showId)), now()),
    toCome: async () => readinessAt(knex, await toCome(), now()),
  };

  function toCome(narrowed = (all: Knex.QueryBuilder) => all): Promise<readonly PerformanceRow[]> {
    const all = performances(knex).where('performances.ends_at', '>', now()).orderBy(['performances.starts_at', 'performances.id']);
    return rowsOf(narrowed(all), PERFORMANCE);
  }
}

/** However many performances, as many questions. */
export async function readinessAt(knex: Knex, rows: readonly PerformanceRow[], now: Date): Promise<readonly PerformanceReadiness[]> {
  if (rows.length === 0) return [];
  const house = { ...(await houseFacts(knex)), now: now.toISOString() };
  const own = await ownFacts(knex, rows);
  return rows.map((row) => {
    const facts = { ...house, ...own(row) };
    return { performance: performanceView(row), facts, ...readinessOf(facts) };
  });
}
