import type { Knex } from 'knex';
import { actorName } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import { SHOP_SHEETS } from '../../domain/texts/shop-sheets';
import { isShopText } from '../../domain/texts/text-kind';
import type { NewText, TextPlace, TextVersion, VenueTexts } from '../../ports/settings/venue-texts';
import type { Staff } from '../../ports/staff';
import { keepingSale } from '../catalogue/sale/keeping-sale';
import { toIso } from '../column-values';
import { isDuplicate } from '../duplicate';
import { columns, rowsOf, type Selected } from '../rows';
import { inTransaction } from '../transaction';
import { ownTexts } from './own-texts';
import type { RecordChange } from './record-change';

interface Needs {
  readonly knex: Knex;
  readonly staff: Pick<Staff, 'names'>;
  readonly recordChange: RecordChange;
}

const VERSION = columns('past:venue_text_versions', 'kind', 'language', 'version', 'text', 'restored', 'actor', 'at');

export function createVenueTexts({ knex, staff, recordChange }: Needs): VenueTexts {
  return {
    current: (place) => currentText(knex, place),

    own: (venue, language) => ownTexts(knex, venue, language),

    async latest(venue) {
      const latest = knex({ now: 'venue_texts' })
        .join({ past: 'venue_text_versions' }, (on) => {
          for (const column of ['venue_id', 'kind', 'language', 'version']) on.on(`now.${column}`, `past.${column}`);
        })
        .where('now.venue_id', venue);
      const rows = await rowsOf(latest, VERSION);
      const versions = await told(rows);
      return rows.flatMap(({ kind, language }, index) => {
        const version = versions[index];
        return version ? [{ ...version, kind, language }] : [];
      });
    },

    versions: async (place) => told(await knex('venue_text_versions').where(keyOf(place)).orderBy('version', 'desc').select()),

    // Without the pages that the law asks for nothing is sold.
    write: (place, text) =>
      inTransaction(knex, (trx) => {
        const work = () => write(trx, place, text);
        return isShopText(place.kind) && SHOP_SHEETS[place.kind].page ? keepingSale(trx, text.at, work) : work();
      }),
  };

  async function told(rows: readonly Selected<typeof VERSION>[]): Promise<readonly TextVersion[]> {
    const names = await staff.names([...new Set(rows.map(({ actor }) => actor))]);
    return rows.map(({ version, text, restored, actor, at }) => ({
      version,
      text: text ?? undefined,
      restored: restored ?? undefined,
      by: names[actor] ?? actor,
      at: toIso(at),
    }));
  }

  async function write(trx: Knex.Transaction, place: TextPlace, { base, text, restored, by, door, at }: NewText): Promise<number> {
    const before = await currentText(trx, place, { lock: true });
    const changed = new Refusal('text-changed-meanwhile', `Version ${base} is not the last one.`, {
      version: before.version,
      field: 'base',
    });
    if (before.version !== base) throw changed;
    const key = keyOf(place);
    const version = base + 1;
    try {
      await trx('venue_text_versions').insert({
        ...{ ...key, version, text: text ?? null, restored: restored ?? null },
        ...{ actor: actorName(by), door, at: new Date(at) },
      });
    } catch (fault) {
      // two at once, where nothing was there yet to be locked
      throw isDuplicate(fault) ? changed : fault;
    }
    await trx('venue_texts')
      .insert({ ...key, version, text: text ?? null })
      .onConflict(['venue_id', 'language', 'kind'])
      .merge(['version', 'text']);
    const subject = { kind: 'venue-text', id: `${place.venue}/${place.kind}/${place.language}` };
    const after = { version, text: text ?? null };
    await recordChange(trx, { subject, before: { version: before.version, text: before.text ?? null }, after, by, door, at });
    return version;
  }
}

async function currentText(knex: Knex, place: TextPlace, { lock = false } = {}) {
  const asked = knex('venue_texts').where(keyOf(place));
  const row = await (lock ? asked.forUpdate() : asked).first('version', 'text');
  return { version: row?.version ?? 0, text: row?.text ?? undefined };
}

function keyOf({ venue, kind, language }: TextPlace) {
  return { venue_id: venue, kind, language };
}
