import type { Knex } from 'knex';
import { keptUnaccepted, neverAfter } from '../../domain/proof-retention';
import { Refusal } from '../../domain/refusal';
import type { NewProof, Proofs } from '../../ports/proofs/proofs';
import { rowsOf } from '../rows';
import { inOneStatement, inTransaction } from '../transaction';
import { giveProofs } from './give-proofs';
import { seatsToJudge } from './seats-to-judge';

export function createProofs({ knex }: { readonly knex: Knex }): Proofs {
  return {
    add: (proof, limit) =>
      inTransaction(knex, async (trx) => {
        if (limit) await refuseBeyond(trx, proof, limit.most);
        await insertProof(trx, proof);
      }),

    give: (sending, at) => inTransaction(knex, (trx) => giveProofs(trx, sending, at)),

    async untold(before, limit) {
      const waiting = knex('proofs')
        .whereNull('accepted_at')
        .where('given_at', '<', new Date(before))
        .whereNull('dropped_at')
        .whereNull('purged_at')
        .groupBy('sending', 'order_reference')
        .orderByRaw('min(given_at), sending')
        .limit(limit);
      const given = await rowsOf(waiting, { sending: 'proofs.sending', order: 'proofs.order_reference' });
      return Promise.all(given.map(async (each) => ({ ...each, ...(await filesOf(knex, each.sending)) })));
    },

    async drop(id, at) {
      await inOneStatement(() =>
        knex('proofs')
          .where({ id })
          .whereNull('dropped_at')
          .update({ dropped_at: new Date(at), purge_after: new Date(at) }),
      );
    },

    due: (now, limit) =>
      knex('proofs')
        .whereNull('purged_at')
        .where('purge_after', '<=', new Date(now))
        .orderBy([{ column: 'health', order: 'desc' }, 'purge_after'])
        .limit(limit)
        .pluck('id'),

    // The name that the customer gave to the file often names the customer.
    async markPurged(id, at) {
      await inOneStatement(() =>
        knex('proofs')
          .where({ id })
          .whereNull('purged_at')
          .update({ purged_at: new Date(at), file_name: '' }),
      );
    },

    async markLost(id, at) {
      await inOneStatement(() =>
        knex('proofs')
          .where({ id })
          .whereNull('lost_at')
          .update({ lost_at: new Date(at) }),
      );
    },

    async markFound(id) {
      await inOneStatement(() => knex('proofs').where({ id }).update({ lost_at: null }));
    },

    async logView({ proof, by, how, at }) {
      await inOneStatement(() => knex('proof_views').insert({ proof_id: proof, actor: by, how, at: new Date(at) }));
    },

    turnPage: (id, page) =>
      inTransaction(knex, async (trx) => {
        const row = await trx('proofs').where({ id }).forUpdate().first('page_turns');
        const turns = (row?.page_turns ?? '').padEnd(page, '0').split('');
        turns[page - 1] = `${(Number(turns[page - 1]) + 1) % 4}`;
        await trx('proofs')
          .where({ id })
          .update({ page_turns: turns.join('') });
      }),

    seatsToJudge: (order, by) => seatsToJudge(knex, order, by),
  };
}

async function filesOf(knex: Knex, sending: string): Promise<{ readonly ids: readonly string[]; readonly seats: readonly number[] }> {
  const files = knex('proofs').join('proof_seats', 'proof_seats.proof_id', 'proofs.id').where({ sending }).orderBy(['proofs.id', 'seat']);
  const rows = await rowsOf(files, { id: 'proofs.id', seat: 'proof_seats.seat' });
  return { ids: [...new Set(rows.map(({ id }) => id))], seats: [...new Set(rows.map(({ seat }) => seat))] };
}

/** The order is locked while its files are counted: those that come at the same time wait. */
async function refuseBeyond(trx: Knex.Transaction, { id, order }: NewProof, most: number): Promise<void> {
  await trx('orders').where('reference', order).forUpdate().first('reference');
  const kept = await trx('proofs').where('order_reference', order).whereNull('purged_at').whereNot('id', id).limit(most).pluck('id');
  if (kept.length >= most) throw new Refusal('too-many-files', `Order ${order} keeps ${most} files already.`, { max: most });
}

async function insertProof(trx: Knex.Transaction, proof: NewProof): Promise<void> {
  const receivedAt = Date.parse(proof.receivedAt);
  const purgeAfter = new Date(keptUnaccepted(receivedAt));
  const { performanceAt, health } = await orderOf(trx, proof);
  await trx('proofs')
    .insert({
      id: proof.id,
      sending: proof.sending ?? proof.id,
      order_reference: proof.order,
      kind: proof.kind,
      file_name: proof.fileName.slice(0, 255),
      bytes: proof.bytes,
      pages: proof.pages,
      pages_in_file: proof.pagesInFile ?? proof.pages,
      bytes_fingerprint: proof.fingerprints.bytes,
      pixels_fingerprint: proof.fingerprints.pixels,
      health,
      received_at: new Date(receivedAt),
      never_after: new Date(neverAfter({ receivedAt, performanceAt })),
      purge_after: purgeAfter,
      adds: proof.adds ?? false,
    })
    .onConflict('id')
    .merge(['id']);
  await trx('proof_seats')
    .insert(proof.seats.map((seat) => ({ proof_id: proof.id, seat, order_reference: proof.order, keep_until: purgeAfter })))
    .onConflict(['proof_id', 'seat'])
    .merge(['seat']);
}

/** A paper that serves one seat at a health tariff is a paper of health. */
async function orderOf(trx: Knex.Transaction, { order, seats }: NewProof): Promise<{ performanceAt: number; health: boolean }> {
  const sold = trx('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('positions', 'positions.order_reference', 'orders.reference')
    .join('tariffs', 'tariffs.code', 'positions.tariff_code')
    .where('orders.reference', order)
    .whereIn('positions.no', [...seats]);
  const rows = await rowsOf(sold, { starts_at: 'performances.starts_at', health: 'tariffs.health' });
  const [first] = rows;
  if (!first) throw new Error(`No seats ${seats.join(', ')} in order ${order}.`);
  return { performanceAt: first.starts_at.getTime(), health: rows.some((row) => Boolean(row.health)) };
}
