import type { Knex } from 'knex';
import { actorName } from '../../domain/actor';
import { Refusal } from '../../domain/refusal';
import { isPageText } from '../../domain/texts/text-kind';
import type { TextKind } from '../../domain/texts/text-kind';
import type { Language } from '../../domain/language';
import type { NewText, TextPlace, TextVersion, VenueTexts } from '../../ports/settings/venue-texts';
import type { Staff } from '../../ports/staff';
import { keepingSale } from '../catalogue/sale/keeping-sale';
import { toIso } from '../column-values';
import { isDuplicate } from '../duplicate';
import { inTransaction } from '../transaction';
import { ownTexts } from './own-texts';
import type { RecordChange } from './record-change';

interface Needs {
  readonly knex: Knex;
  readonly staff: Pick<Staff, 'names'>;
  readonly recordChange: RecordChange;
}

interface Row {
  readonly kind: TextKind;
  readonly language: Language;
  readonly version: number;
  readonly text: string | null;
  readonly restored: number | null;
  readonly actor: string;
  readonly at: Date;
}

export function createVenueTexts({ knex, staff, recordChange }: Needs): VenueTexts {
  return {
    current: (place) => currentText(knex, place),

    own: (venue, language) => ownTexts(knex, venue, language),

    async latest(venue) {
      const rows: readonly Row[] = await knex({ now: 'venue_texts' })
        .join({ past: 'venue_text_versions' }, (on) => {
          for (const column of ['venue_id', 'kind', 'language', 'version']) on.on(`now.${column}`, `past.${column}`);
        })
        .where('now.venue_id', venue)
        .select('past.*');
      const versions = await told(rows);
      return rows.flatMap(({ kind, language }, index) => {
        const version = versions[index];
        return version ? [{ ...version, kind, language }] : [];
      });
    },

    versions: async (place) => told(await knex('venue_text_versions').where(keyOf(place)).orderBy('version', 'desc').select<Row[]>()),

    // Without the pages that the law asks for nothing is sold.
    write: (place, text) =>
      inTransaction(knex, (trx) => {
        const work = () => write(trx, place, text);
        return isPageText(place.kind) ? keepingSale(trx, text.at, work) : work();
      }),
  };

  async function told(rows: readonly Row[]): Promise<readonly TextVersion[]> {
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
    const changed = new Refusal('text-changed-meanwhile', `Version ${base} is not the last one.`, { version: before.version });
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
  const row: Pick<Row, 'version' | 'text'> | undefined = await (lock ? asked.forUpdate() : asked).first('version', 'text');
  return { version: row?.version ?? 0, text: row?.text ?? undefined };
}

function keyOf({ venue, kind, language }: TextPlace) {
  return { venue_id: venue, kind, language };
}
