import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createCheckIns } from '../../../src/mysql/check-in/check-ins';
import { DAY, HOUR } from '../../../src/domain/time';
import { BILLETTERIE, MINUTE, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { camilleAt, type CamilleAt } from './camille';
import { defined } from '../../fakes/defined';

let database: FreshDatabase;
let knex: Knex;
let camille: CamilleAt;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  camille = camilleAt(knex);
  await furnishTheatre(knex, PERFORMANCE_AT);
});

afterAll(() => database.drop());

describe('a proof that comes after the reviewers were asked', () => {
  test('supersedes the first request, and the letter that had not left stays here', async () => {
    const told = await camille.order('CCCC-0001', { seats: [{ no: 1, needsProof: true }] });
    await told.start();
    await camille.addProof('CCCC-0001', { id: 'blurred', seats: [1], at: PAID_AT });
    await told.deposit(PAID_AT + MINUTE, 'blurred', 1);
    await camille.letters.markSent('review-request:CCCC-0001:1:1', {
      at: new Date(PAID_AT).toISOString(),
      messageId: '<r@mariniers.example>',
    });
    await camille.addProof('CCCC-0001', { id: 'sharp', seats: [1], at: PAID_AT + HOUR });
    const keys = await told.deposit(PAID_AT + HOUR, 'sharp', 1);
    expect(keys).toEqual(['review-request:CCCC-0001:2:1', 'review-request:CCCC-0001:2:2']);
    expect(await knex('reviews').where({ order_reference: 'CCCC-0001' }).orderBy('no').pluck('superseded_by')).toEqual([2, null]);
    const states = await knex('review_reviewers').where({ order_reference: 'CCCC-0001' }).orderBy('review_no').pluck('state');
    expect(states).toEqual(['superseded', 'superseded', 'open', 'open']);
    expect(await camille.letters.stateOf('review-request:CCCC-0001:1:2')).toBe('withdrawn');
    const proofs = await knex('proofs')
      .where({ order_reference: 'CCCC-0001' })
      .orderBy('received_at')
      .select('id', 'replaced_at', 'purge_after');
    expect(proofs).toEqual([
      { id: 'blurred', replaced_at: new Date(PAID_AT + HOUR), purge_after: new Date(PAID_AT + HOUR) },
      { id: 'sharp', replaced_at: null, purge_after: new Date(PERFORMANCE_AT + 7 * DAY) },
    ]);
  });

  test('reviewers who do not answer hear again, each under the secret they have', async () => {
    const told = await camille.order('CCCC-0002', { seats: [{ no: 1, needsProof: true }] });
    await told.start();
    await told.deposit(PAID_AT + MINUTE, 'nobody-looks', 1);
    expect(await told.wait()).toEqual(['nudge:CCCC-0002:1:1', 'nudge:CCCC-0002:1:2']);
  });
});

describe('what is taken back', () => {
  test('a decision undone in its window stays as a row that says so', async () => {
    const told = await camille.order('DDDD-0001', { seats: [{ no: 1, needsProof: true }] });
    await told.start();
    await told.deposit(PAID_AT + MINUTE, 'card', 1);
    await told.approve(PAID_AT + HOUR, BILLETTERIE, 1);
    const undone = told.head(PAID_AT + HOUR + MINUTE, { role: 'staff', id: 5 }, 'desk');
    expect(await told.say({ kind: 'undone', ...undone })).toEqual([`undone:DDDD-0001:${undone.command}`]);
    expect(await knex('decisions').where({ order_reference: 'DDDD-0001' })).toMatchObject([
      { kind: 'approve', actor: 'reviewer:1', taken_back_at: new Date(undone.at), taken_back_command: undone.command },
    ]);
    expect(await camille.seats('DDDD-0001')).toMatchObject([{ proof: 'under-review', delivery: 'held' }]);
    const [line] = await knex('audit_events').where({ order_reference: 'DDDD-0001', kind: 'undone' }).pluck('detail');
    expect(line).toMatchObject({ seats: [1] });
  });

  test('a cancelled order: tickets keep their numbers, places go back to sale, letters with dead tickets do not leave', async () => {
    const seats = [1, 2].map((no) => ({ no, needsProof: false }));
    const told = await camille.order('DDDD-0002', { seats });
    await told.start();
    const at = PAID_AT + HOUR;
    const keys = await told.say({ kind: 'cancelled', ...told.head(at, { role: 'staff', id: 5 }, 'desk') });
    expect(keys).toEqual([`refund-to-do:DDDD-0002:n${told.state().seq - 1}`, 'cancelled:DDDD-0002']);
    expect(await camille.tickets('DDDD-0002')).toMatchObject([
      { admission: 'cancelled', cancelled_at: new Date(at), uid: 'CM-DDDD-0002-1' },
      { admission: 'cancelled', cancelled_at: new Date(at), uid: 'CM-DDDD-0002-2' },
    ]);
    expect(await camille.seats('DDDD-0002')).toMatchObject([{ delivery: 'void' }, { delivery: 'void' }]);
    expect(await knex('performance_places').where({ order_reference: 'DDDD-0002' })).toEqual([]);
    expect(await camille.row('DDDD-0002')).toMatchObject({ payment: 'refund-due', status: 'refund-due', waits_for: 'refund' });
    expect(await camille.letters.stateOf('tickets:DDDD-0002:1')).toBe('withdrawn');
    expect(await camille.letters.unsent('tickets:DDDD-0002:1')).toBeUndefined();
    await told.say({ kind: 'refund-recorded', ...told.head(at + DAY, { role: 'staff', id: 5 }, 'desk') });
    expect(await camille.row('DDDD-0002')).toMatchObject({
      payment: 'refunded',
      status: 'refunded',
      waits_for: 'nobody',
      next_timer_at: null,
    });
  });

  test('a revoked seat that gets another ticket gets another identifier', async () => {
    const told = await camille.order('DDDD-0003', { seats: [{ no: 1, needsProof: true }] });
    await told.start();
    await told.deposit(PAID_AT + MINUTE, 'forged', 1);
    await told.approve(PAID_AT + HOUR, SOPHIE, 1);
    await told.wait();
    await camille.letters.markSent('tickets:DDDD-0003:1', {
      at: new Date(PAID_AT + 2 * HOUR).toISOString(),
      messageId: '<x@mariniers.example>',
    });
    await told.say({ kind: 'dispatched', at: PAID_AT + 2 * HOUR, release: 1 });
    const admin = { role: 'staff', id: 5 } as const;
    await told.say({ kind: 'revoked', ...told.head(PAID_AT + DAY, admin, 'desk'), seat: 1, reason: 'suspected-forgery' });
    expect(await camille.seats('DDDD-0003')).toMatchObject([{ proof: 'refused-final', delivery: 'held' }]);
    await told.say({ kind: 'door-chosen', ...told.head(PAID_AT + 2 * DAY, { role: 'customer' }, 'customer-area'), seats: [1] });
    const tickets = await camille.tickets('DDDD-0003');
    expect(tickets).toMatchObject([
      { uid: 'CM-DDDD-0003-1', admission: 'cancelled', proof_to_show: 0, release_no: 1 },
      { uid: 'CM-DDDD-0003-1-2', admission: 'valid', proof_to_show: 1, release_no: 2 },
    ]);
    expect(defined(tickets[1]).number).toBeGreaterThan(defined(tickets[0]).number);
    expect(await knex('decisions').where({ order_reference: 'DDDD-0003', kind: 'refuse' })).toMatchObject([
      { reason: 'suspected-forgery' },
    ]);
  });

  test('a seat that is revoked after its ticket was used: the entry taken back, the ticket is cancelled, not good again', async () => {
    const told = await camille.order('DDDD-0005', { seats: [{ no: 1, needsProof: true }] });
    await told.start();
    await told.deposit(PAID_AT + MINUTE, 'borrowed', 1);
    await told.approve(PAID_AT + HOUR, SOPHIE, 1);
    await told.wait();
    const door = createCheckIns({ knex });
    const at = new Date(PERFORMANCE_AT - HOUR).toISOString();
    const { number } = defined(await knex('tickets').where({ order_reference: 'DDDD-0005' }).first('number'));
    const entry = { id: randomUUID(), performanceId: 1, ticket: { number }, signed: true, typed: false, proofSeen: false, offline: false };
    const shown = { ...entry, at, receivedAt: at, by: 'staff:5' };
    expect((await door.record(shown)).verdict).toBe('admitted');
    const admin = { role: 'staff', id: 9 } as const;
    await told.say({ kind: 'revoked', ...told.head(PERFORMANCE_AT - HOUR, admin, 'desk'), seat: 1, reason: 'suspected-forgery' });
    expect(await knex('tickets').where({ number })).toMatchObject([{ admission: 'used' }]);
    await door.takeBack(entry, 'staff:5', at);
    expect(await knex('tickets').where({ number })).toMatchObject([{ admission: 'cancelled' }]);
    expect((await door.record({ ...shown, id: randomUUID() })).verdict).toBe('cancelled');
  });

  test('a payment too many is marked as owed, then as given back', async () => {
    const told = await camille.order('DDDD-0004', { seats: [{ no: 1, needsProof: false }] });
    await told.start();
    const [payment = 0] = await knex('payments').insert({
      reference: 'DDDD-0004.2',
      order_reference: 'DDDD-0004',
      amount: 2900,
      method: 'card',
      status: 'paid',
      opened_at: new Date(PAID_AT),
      paid_at: new Date(PAID_AT + HOUR),
    });
    await told.say({ kind: 'payment-received', ...told.head(PAID_AT + HOUR, { role: 'system' }, 'system'), payment });
    expect(await knex('payments').where({ id: payment }).first()).toMatchObject({ status: 'refund-due' });
    await told.say({ kind: 'refund-recorded', ...told.head(PAID_AT + DAY, { role: 'staff', id: 5 }, 'desk'), payment });
    expect(await knex('payments').where({ id: payment }).first()).toMatchObject({
      status: 'refunded',
      refunded_at: new Date(PAID_AT + DAY),
    });
  });
});

test('a review request that has not left when a colleague has decided does not leave', async () => {
  const told = await camille.order('EEEE-0003', { seats: [{ no: 1, needsProof: true }] });
  await told.start();
  await told.deposit(PAID_AT + MINUTE, 'seen-by-one', 1);
  await camille.letters.markSent('review-request:EEEE-0003:1:2', {
    at: new Date(PAID_AT).toISOString(),
    messageId: '<s@mariniers.example>',
  });
  await told.approve(PAID_AT + HOUR, SOPHIE, 1);
  expect(await camille.letters.stateOf('review-request:EEEE-0003:1:1')).toBe('withdrawn');
  expect(await camille.letters.stateOf('review-request:EEEE-0003:1:2')).toBe('sent');
});

test('a host that refuses the tickets’ letter for good leaves the seats undelivered, and later steps do not hide it', async () => {
  const told = await camille.order('EEEE-0001', { seats: [{ no: 1, needsProof: false }] });
  await told.start();
  await camille.letters.markFailed('tickets:EEEE-0001:1', { at: new Date(PAID_AT).toISOString(), why: '550 5.1.1 no such mailbox' });
  expect(await camille.seats('EEEE-0001')).toMatchObject([{ delivery: 'failed' }]);
  await told.say({ kind: 'payment-received', ...told.head(PAID_AT + HOUR, { role: 'system' }, 'system'), payment: 78 });
  expect(await camille.seats('EEEE-0001')).toMatchObject([{ delivery: 'failed' }]);
  await told.say({ kind: 'dispatched', at: PAID_AT + HOUR, release: 1, failed: true });
  expect(await camille.seats('EEEE-0001')).toMatchObject([{ delivery: 'failed' }]);
});

test('when the performance is over, so are the secrets of its reviewers', async () => {
  const told = await camille.order('EEEE-0002', { seats: [{ no: 1, needsProof: true }] });
  await told.start();
  await told.deposit(PAID_AT + MINUTE, 'late-card', 1);
  while (!told.state().performanceOver) await told.wait();
  expect(await knex('review_reviewers').where({ order_reference: 'EEEE-0002' }).pluck('state')).toEqual(['expired', 'expired']);
  expect(await camille.row('EEEE-0002')).toMatchObject({ status: 'over', waits_for: 'nobody', next_timer_at: null });
});
