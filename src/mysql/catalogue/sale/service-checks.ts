import type { Knex } from 'knex';
import type { ServiceCheck } from '../../../domain/sale/service-check';
import type { ServiceChecks } from '../../../ports/sale/service-checks';
import { toIso, toIsoOrNone } from '../../column-values';
import { inOneStatement } from '../../transaction';

export function createServiceChecks({ knex }: { readonly knex: Knex }): ServiceChecks {
  return {
    all: () => serviceChecks(knex),

    async record({ service, outcome, at, mailbox }) {
      const checked = { outcome, checked_at: new Date(at), mailbox: mailbox ?? null, ...(outcome === 'ok' && { ok_at: new Date(at) }) };
      await inOneStatement(() =>
        knex('service_checks')
          .insert({ service, ...checked })
          .onConflict('service')
          .merge(checked),
      );
    },
  };
}

export async function serviceChecks(knex: Knex): Promise<readonly ServiceCheck[]> {
  const rows = await knex('service_checks').orderBy('service');
  return rows.map(({ service, outcome, checked_at, ok_at, mailbox }) => ({
    ...{ service, outcome, at: toIso(checked_at), okAt: toIsoOrNone(ok_at), mailbox: mailbox ?? undefined },
  }));
}
