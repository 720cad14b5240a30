import type { Knex } from 'knex';
import { DAY, HOUR } from '../../../src/domain/time';
import { MINUTE, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { SECRETS } from '../told-order';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { camilleAt, type CamilleAt } from './camille';
import { auditDetail } from '../../../src/mysql/schema/json-columns';

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

describe('Camille’s order, from the payment to the tickets', () => {
  const ORDER = '7K2M-4Q9T';
  let told: Awaited<ReturnType<CamilleAt['order']>>;

  beforeAll(async () => {
    told = await camille.order(ORDER);
  });

  test('begins: the confirmation and the venue’s copy are to leave, the order waits for the spectator', async () => {
    expect(await told.start()).toEqual([`confirmation:${ORDER}`, `venue-copy:${ORDER}:confirmation`]);
    expect(await camille.row(ORDER)).toMatchObject({
      story_seq: 1,
      status: 'awaiting-proof',
      waits_for: 'spectator',
      waits_since: new Date(PAID_AT),
      payment: 'paid',
      deadline_at: new Date(PERFORMANCE_AT - DAY),
    });
    const mails = await knex('outgoing_mail')
      .where({ order_reference: ORDER })
      .orderBy('id')
      .select('kind', 'recipient', 'language', 'state');
    expect(mails).toEqual([
      { kind: 'confirmation', recipient: 'spectator', language: 'fr', state: 'queued' },
      { kind: 'venue-copy', recipient: 'copy', language: 'fr', state: 'queued' },
    ]);
  });

  test('both cards have come: every active reviewer is asked once, under a secret of their own', async () => {
    await camille.addProof(ORDER, { id: 'card-lea', seats: [2], at: PAID_AT + MINUTE });
    await camille.addProof(ORDER, { id: 'card-tom', seats: [3], at: PAID_AT + 2 * MINUTE });
    expect(await told.deposit(PAID_AT + MINUTE, 'card-lea', 2)).toEqual([]);
    expect(await told.deposit(PAID_AT + 2 * MINUTE, 'card-tom', 3)).toEqual([`review-request:${ORDER}:1:1`, `review-request:${ORDER}:1:2`]);
    const asked = await knex('review_reviewers').where({ order_reference: ORDER }).orderBy('reviewer_id');
    const hash = (reviewer: number) => SECRETS.hash(SECRETS.reviewerToken({ order: ORDER, review: 1, reviewer, version: 1 }));
    expect(asked).toEqual([
      { order_reference: ORDER, review_no: 1, reviewer_id: 1, version: 1, token_hash: hash(1), state: 'open' },
      { order_reference: ORDER, review_no: 1, reviewer_id: 2, version: 1, token_hash: hash(2), state: 'open' },
    ]);
    expect(await camille.row(ORDER)).toMatchObject({
      status: 'under-review',
      waits_for: 'reviewer',
      waits_since: new Date(PAID_AT + MINUTE),
    });
  });

  test('Sophie says yes: two decisions, an echo, and nothing leaves before the undo window is over', async () => {
    const keys = await told.approve(PAID_AT + HOUR, SOPHIE, 2, 3);
    expect(keys).toEqual([`echo:${ORDER}:1:2:${ORDER}-c3`]);
    const decisions = await knex('decisions')
      .where({ order_reference: ORDER })
      .orderBy('seat')
      .select('seat', 'kind', 'actor', 'door', 'review_no', 'settles_at');
    const decision = {
      kind: 'approve',
      actor: 'reviewer:2',
      door: 'mail',
      review_no: 1,
      settles_at: new Date(PAID_AT + HOUR + 10 * MINUTE),
    };
    expect(decisions).toEqual([
      { seat: 2, ...decision },
      { seat: 3, ...decision },
    ]);
    expect(await camille.tickets(ORDER)).toEqual([]);
    expect(await camille.row(ORDER)).toMatchObject({ status: 'settling', waits_for: 'undo-window' });
  });

  test('the window is over: the PDF product, three numbered tickets and their letter', async () => {
    expect(await told.wait()).toEqual([`tickets:${ORDER}:1`, `venue-copy:${ORDER}:tickets:1`]);
    const products = await knex('products').where({ order_reference: ORDER });
    expect(products).toMatchObject([{ kind: 'pdf', release_no: 1 }]);
    expect(await camille.tickets(ORDER)).toMatchObject([
      { number: 1, uid: `CM-${ORDER}-1`, seat: 1, admission: 'valid', proof_to_show: 0 },
      { number: 2, uid: `CM-${ORDER}-2`, seat: 2 },
      { number: 3, uid: `CM-${ORDER}-3`, seat: 3 },
    ]);
    expect(await camille.seats(ORDER)).toMatchObject([
      { no: 1, proof: 'not-required', delivery: 'ready', release_no: 1 },
      { no: 2, proof: 'approved', delivery: 'ready', release_no: 1 },
      { no: 3, proof: 'approved', delivery: 'ready', release_no: 1 },
    ]);
  });

  test('the letter has left before the story hears of it: no later step takes that back', async () => {
    const at = new Date(PAID_AT + 2 * HOUR);
    await camille.letters.markSent(`tickets:${ORDER}:1`, { at: at.toISOString(), messageId: '<t1@mariniers.example>' });
    await told.say({ kind: 'payment-received', ...told.head(at.getTime(), { role: 'system' }, 'system'), payment: 77 });
    expect((await camille.seats(ORDER)).map((seat) => seat.delivery)).toEqual(['sent', 'sent', 'sent']);
    await told.say({ kind: 'dispatched', at: at.getTime(), release: 1 });
    expect((await camille.seats(ORDER)).map((seat) => seat.delivery)).toEqual(['sent', 'sent', 'sent']);
    expect(await knex('positions').where({ order_reference: ORDER }).pluck('delivered_at')).toEqual([at, at, at]);
  });

  test('its timeline tells who did what by which door, and no word of anybody', async () => {
    const events = await knex('audit_events').where({ order_reference: ORDER }).orderBy('seq').select('seq', 'kind', 'actor', 'door');
    expect(events).toEqual([
      { seq: 1, kind: 'started', actor: 'system', door: 'system' },
      { seq: 2, kind: 'proof-deposited', actor: 'customer', door: 'customer-area' },
      { seq: 3, kind: 'proof-deposited', actor: 'customer', door: 'customer-area' },
      { seq: 4, kind: 'decided', actor: 'reviewer:2', door: 'mail' },
      { seq: 5, kind: 'timer', actor: 'system', door: 'system' },
      { seq: 6, kind: 'payment-received', actor: 'system', door: 'system' },
      { seq: 7, kind: 'dispatched', actor: 'system', door: 'system' },
    ]);
    const decided = await knex('audit_events').where({ order_reference: ORDER, seq: 4 }).first('detail');
    expect(auditDetail(decided?.detail)).toMatchObject({
      review: 1,
      decisions: [
        { seat: 2, kind: 'approve' },
        { seat: 3, kind: 'approve' },
      ],
    });
  });
});
