import type { Knex } from 'knex';
import type { Actor } from '../../domain/actor';
import type { SeatDecision } from '../../domain/decision/decision';
import type { DecisionFacts } from '../../ports/mail/letters';
import { parseActor, toIso, toIsoOrNone } from '../column-values';
import { columns, firstOf, rowsOf, type Selected } from '../rows';

export interface Person {
  readonly name: string;
  /** Absent for a program. */
  readonly address?: string | undefined;
}

const DECISION = columns('decisions', 'command', 'seat', 'kind', 'reason', 'note_ref', 'actor', 'door', 'at', 'settles_at');

type Decided = Selected<typeof DECISION> & { readonly note?: string | null };

/** What one command decided: the one that a letter names, or the one that it took back. `undefined`: none such. */
export async function decisionFacts(knex: Knex, which: { readonly order: string; readonly command: string; readonly takenBack: boolean }) {
  const decided = knex('decisions')
    .leftJoin('notes', 'notes.ref', 'decisions.note_ref')
    .where('decisions.order_reference', which.order)
    .where(which.takenBack ? 'decisions.taken_back_command' : 'decisions.command', which.command)
    .orderBy('decisions.seat');
  const rows = await rowsOf(decided, { ...DECISION, note: 'notes.text?' });
  return factsOf(knex, rows);
}

/** The last answer that stands for each of these seats, the oldest first; those of one command together. */
export async function earlierDecisions(
  knex: Knex,
  which: { readonly order: string; readonly seats: readonly number[]; readonly except: string | undefined },
): Promise<readonly DecisionFacts[]> {
  const rows = await knex('decisions')
    .where({ order_reference: which.order })
    .whereIn('seat', [...which.seats])
    .whereNull('taken_back_at')
    .whereNot({ command: which.except ?? '' })
    .orderBy(['at', 'seat']);
  const last = new Map(rows.map((row) => [row.seat, row]));
  const commands = new Map<string, Decided[]>();
  for (const row of last.values()) commands.set(row.command, [...(commands.get(row.command) ?? []), row]);
  const told = await Promise.all([...commands.values()].map((some) => factsOf(knex, some)));
  return told.flatMap((one) => (one ? [one.facts] : [])).toSorted((one, other) => one.at.localeCompare(other.at));
}

async function factsOf(knex: Knex, rows: readonly Decided[]) {
  const [first] = rows;
  if (!first) return undefined;
  const by = parseActor(first.actor);
  const person = await personOf(knex, by);
  const facts: DecisionFacts = {
    by,
    byName: person.name,
    door: first.door,
    at: toIso(first.at),
    settlesAt: toIsoOrNone(first.settles_at),
    decisions: rows.map((row) => ({ ...seatDecision(row), note: row.note ?? undefined })),
  };
  return { facts, person };
}

function seatDecision({ seat, kind, reason, note_ref }: Decided): SeatDecision {
  const noteRef = note_ref ?? undefined;
  switch (kind) {
    case 'refuse':
      if (reason === null) throw new Error(`The refusal of seat ${seat} has no reason.`);
      return { seat, kind, reason, noteRef };
    case 'more-info':
      return { seat, kind, noteRef };
    case 'approve':
    case 'check-at-door':
      return { seat, kind };
  }
}

async function personOf(knex: Knex, actor: Actor): Promise<Person> {
  switch (actor.role) {
    case 'reviewer':
      return (await knex('reviewers').where({ id: actor.id }).first('name', 'address')) ?? NOBODY;
    case 'staff':
      return (await firstOf(knex('staff').where({ id: actor.id }), { name: 'staff.name', address: 'staff.email' })) ?? NOBODY;
    case 'api-key':
      return (await knex('api_keys').where({ id: actor.id }).first('name')) ?? NOBODY;
    case 'customer':
    case 'system':
      return NOBODY;
  }
}

const NOBODY: Person = { name: '' };
