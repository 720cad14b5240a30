import type { Knex } from 'knex';
import type { Change } from '../../domain/order/change';
import type { Effect } from '../../domain/order/effect';
import { letterKey, type LetterName } from '../../domain/letter';
import type { Secrets } from '../../ports/secrets';
import type { StoryRecord } from '../../ports/story-record';
import { inTransaction } from '../transaction';
import { failedReleases, toldReleases } from '../letters/failed-releases';
import { insertLetters, unsentKeys } from '../letters/outgoing-mail';
import { writeAuditEvent } from './audit';
import { writeEffect } from './effects/write-effect';
import { lockOrder, settleWhatOwesNothing, writeOrder } from './order-row';
import { writePositions } from './positions';
import { writeProofs } from './proof-steps';
import { closeReviews } from './reviews';
import { allowAtDoor, stopAtDoor } from './stop-at-door';
import type { Writing } from './writing';

interface Needs {
  readonly knex: Knex;
  readonly secrets: Pick<Secrets, 'reviewerToken' | 'hash'>;
}

/** The one place where an order changes once it is paid (docs/architecture.md 4). */
export function createStoryRecord({ knex, secrets }: Needs): StoryRecord {
  return {
    record: (change) => inTransaction(knex, (trx) => recordOnce(trx, change, secrets)),
    stopAtDoor: (tickets) => inTransaction(knex, (trx) => stopAtDoor(trx, tickets)),
    allowAtDoor: (tickets) => inTransaction(knex, (trx) => allowAtDoor(trx, tickets)),
    unsentLetters: (order) => unsentKeys(knex, order),
    failedReleases: (order) => failedReleases(knex, order),
    toldReleases: (order) => toldReleases(knex, order),
  };
}

async function recordOnce(trx: Knex.Transaction, change: Change, secrets: Needs['secrets']): Promise<readonly string[]> {
  const { state, event } = change;
  const order = await lockOrder(trx, state.order);
  if (state.seq <= order.seq) return unsentKeys(trx, state.order, state.seq);
  const writing: Writing = { trx, change, at: new Date(event.at), language: order.language, hasAddress: order.hasAddress, secrets };
  await writeOrder(writing, order);
  await writePositions(writing);
  await writeProofs(writing);
  const letters = await writeEffects(writing);
  await settleWhatOwesNothing(writing);
  await closeReviews(writing);
  await insertLetters(writing, letters);
  await writeAuditEvent(writing);
  return letters.map(letterKey);
}

/** Releases come last: the counter of the ticket numbers is one row that all orders share, held until the commit. */
async function writeEffects(writing: Writing): Promise<readonly LetterName[]> {
  const letters: LetterName[] = [];
  const { effects } = writing.change;
  for (const effect of [...effects.filter((one) => !isRelease(one)), ...effects.filter(isRelease)]) {
    letters.push(...(await writeEffect(writing, effect)));
  }
  return letters;
}

function isRelease(effect: Effect): boolean {
  return effect.kind === 'release';
}
