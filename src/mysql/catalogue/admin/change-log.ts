import type { Knex } from 'knex';
import { actorName } from '../../../domain/actor';
import type { ChangeLog } from '../../../ports/catalogue/change-log';
import type { Staff } from '../../../ports/staff';
import { jsonOrNull, toIso } from '../../column-values';
import { changedAfter, changedBefore } from '../../schema/json-columns';
import type { RecordChange } from '../../settings/record-change';

interface Needs {
  readonly knex: Knex;
  readonly staff: Pick<Staff, 'names'>;
}

export function createChangeLog({ knex, staff }: Needs): ChangeLog {
  return {
    async list({ kind, subject, before, limit }) {
      const query = knex('catalogue_changes').orderBy('id', 'desc').limit(limit);
      if (kind !== undefined) query.where({ kind });
      if (subject !== undefined) query.where({ subject });
      if (before !== undefined) query.where('id', '<', before);
      const rows = await query;
      const names = await staff.names([...new Set(rows.map(({ actor }) => actor))]);
      return rows.map((row) => ({
        ...row,
        at: toIso(row.at),
        who: names[row.actor],
        before: row.before === null ? undefined : changedBefore(row.before),
        after: row.after === null ? undefined : changedAfter(row.after),
      }));
    },
  };
}

/** Nothing is written of what is as it was. */
export const recordChange: RecordChange = async (trx, { by, door, at, subject, before, after }) => {
  const [was, is] = [jsonOrNull(before), jsonOrNull(after)];
  if (was === is) return;
  await trx('catalogue_changes').insert({
    at: new Date(at),
    actor: actorName(by),
    door,
    kind: subject.kind,
    subject: subject.id,
    before: was,
    after: is,
  });
};
