import { NEEDS_SMTPUTF8 } from '../../../src/domain/mail-address';
import type { Knex } from 'knex';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import type { InboundMail } from '../../../src/ports/mail/inbound-mail';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { HOUR } from '../../../src/domain/time';
import { undeliveredLetters } from '../../../src/mysql/letters/undelivered';
import { createLetters } from '../../../src/mysql/letters/letters';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { SECRETS, toldOrder } from '../told-order';
import { anotherVenue } from '../../fakes/another-venue';

const ORDER = '7K2M-4Q9T';
const MAILBOX = 'validation@mariniers.example';
const AT = '2027-01-09T08:00:00.000Z';

let database: FreshDatabase;
let knex: Knex;
let ledger: InboundMail;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  ledger = createInboundMail({ knex, secrets: SECRETS });
});

afterAll(() => database.drop());

describe('the reply’s secret', () => {
  let told: ReturnType<typeof toldOrder>;

  beforeAll(async () => {
    await sellOrder(knex, PAID);
    told = toldOrder(knex, PAID);
    await told.start();
    await told.deposit(PAID_AT + MINUTE, 'lea', 2);
    await told.deposit(PAID_AT + MINUTE, 'tom', 3);
  });

  test('names its reviewer, their address and the seats that were asked about', async () => {
    expect(await ledger.reviewByToken(token(1, 2))).toEqual({
      order: ORDER,
      review: 1,
      reviewer: 2,
      reviewerName: 'Sophie Morel',
      addresses: ['sophie.morel@mariniers.example'],
      colleagues: ['billetterie@mariniers.example'],
      state: 'open',
      seats: [2, 3],
      seatsInOrder: 3,
      venueId: 1,
    });
  });

  test('that is none of ours names nobody', async () => {
    expect(await ledger.reviewByToken(SECRETS.hash('guessed'))).toBeUndefined();
    expect(await ledger.reviewByToken(token(1, 2).toUpperCase())).toBeUndefined();
  });

  test('of somebody who is a reviewer no more is dead', async () => {
    await knex('reviewers').where({ id: 2 }).update({ active: false });
    expect(await ledger.reviewByToken(token(1, 2))).toMatchObject({ state: 'retired' });
    await knex('reviewers').where({ id: 2 }).update({ active: true });
  });

  test('of an older review says that it was superseded', async () => {
    await told.deposit(PAID_AT + HOUR, 'lea-again', 2);
    expect(await ledger.reviewByToken(token(1, 2))).toMatchObject({ state: 'superseded', review: 1 });
    expect(await ledger.reviewByToken(token(2, 2))).toMatchObject({ state: 'open', review: 2 });
  });

  test('a letter that came back is marked, and tells its order', async () => {
    const letters = createLetters({ knex, orders: { view: async () => undefined } });
    await letters.markSent(`confirmation:${ORDER}`, { at: AT, messageId: '<out-1@mariniers.example>' });
    const returned = { messageId: '<out-1@mariniers.example>' };
    expect(await ledger.markBounced(returned, AT)).toEqual({ order: ORDER });
    expect(await ledger.markBounced(returned, AT)).toEqual({ order: ORDER });
    expect(await letters.stateOf(`confirmation:${ORDER}`)).toBe('bounced');
    expect(await ledger.markBounced({ messageId: '<stranger@elsewhere.example>' }, AT)).toBeUndefined();
  });

  test('a bounce that only names its recipient marks the last letter to that address', async () => {
    const letters = createLetters({ knex, orders: { view: async () => undefined } });
    const recipient = 'Camille.Roussel@courriel.example';
    await knex('outgoing_mail')
      .where({ letter_key: `confirmation:${ORDER}` })
      .update({ state: 'sent' });
    expect(await ledger.markBounced({ recipient: 'nobody@courriel.example' }, AT)).toBeUndefined();
    expect(await ledger.markBounced({ recipient }, '2027-03-01T08:00:00.000Z')).toBeUndefined();
    expect(await ledger.markBounced({ recipient }, AT)).toEqual({ order: ORDER });
    expect(await letters.stateOf(`confirmation:${ORDER}`)).toBe('bounced');
    expect(await undeliveredLetters(knex, ORDER)).toEqual([
      { letter: 'confirmation', how: 'returned', to: 'customer', reviewer: undefined, at: AT },
    ]);
  });

  test('a letter that our own host could not write says so, and not that the other host refused', async () => {
    const letters = createLetters({ knex, orders: { view: async () => undefined } });
    await knex('outgoing_mail')
      .where({ letter_key: `confirmation:${ORDER}` })
      .update({ state: 'queued' });
    await letters.markFailed(`confirmation:${ORDER}`, { at: AT, why: NEEDS_SMTPUTF8 });
    expect(await undeliveredLetters(knex, ORDER)).toEqual([expect.objectContaining({ letter: 'confirmation', how: 'unwritable' })]);
  });

  test('a request that came back is told to the escalation address, once; to a colleague where that address is the wrong one', async () => {
    const letters = createLetters({ knex, orders: { view: async () => undefined } });
    const request = `review-request:${ORDER}:2`;
    await letters.markSent(`${request}:2`, { at: AT, messageId: '<out-2@mariniers.example>' });
    const key = `lost-request:${ORDER}:2:2`;
    expect(await ledger.markBounced({ messageId: '<out-2@mariniers.example>' }, AT)).toEqual({ order: ORDER, told: key });
    expect(await ledger.markBounced({ messageId: '<out-2@mariniers.example>' }, AT)).toEqual({ order: ORDER });
    const lost = await knex('outgoing_mail').where({ letter_key: key }).first();
    expect(lost).toMatchObject({ address: 'direction@mariniers.example', reviewer_id: 2, state: 'queued', story_seq: null });

    await knex('reviewers').where({ id: 1 }).update({ address: 'Direction@mariniers.example' });
    await letters.markFailed(`${request}:1`, { at: AT, why: '550 no such user' });
    const refused = await knex('outgoing_mail')
      .where({ letter_key: `lost-request:${ORDER}:2:1` })
      .first('address');
    expect(refused).toEqual({ address: 'sophie.morel@mariniers.example' });
  });

  test('a request that nobody has to answer any more is told to nobody', async () => {
    await knex('review_reviewers').update({ state: 'expired' });
    await knex('outgoing_mail').where('kind', 'lost-request').delete();
    await knex('outgoing_mail')
      .where({ letter_key: `review-request:${ORDER}:2:2` })
      .update({ state: 'sent' });
    expect(await ledger.markBounced({ messageId: '<out-2@mariniers.example>' }, AT)).toEqual({ order: ORDER });
    expect(await knex('outgoing_mail').where('kind', 'lost-request')).toEqual([]);
  });
});

describe('who vouches for senders', () => {
  test('is the venue’s setting; where there is one venue, whatever the login is called', async () => {
    const vouching = { mode: 'ar', authservId: 'mx.mariniers.example' };
    expect(await ledger.authenticationOf(MAILBOX)).toEqual(vouching);
    expect(await ledger.authenticationOf('u4711')).toEqual(vouching);
  });

  test('one tenant for reviewers and inbox is believed where the venue says so, for the domain of its inbox', async () => {
    await knex('venues').update({ same_tenant: true });
    expect(await ledger.authenticationOf(MAILBOX)).toMatchObject({ sameTenant: 'mariniers.example' });
    await knex('venues').update({ same_tenant: false });
  });

  test('a mailbox that could be of two venues is a fault: nothing in it may be obeyed', async () => {
    await anotherVenue(knex, { inbox_address: 'autre@salle.example', authentication_mode: 'none' });
    expect(await ledger.authenticationOf('AUTRE@salle.example')).toMatchObject({ mode: 'none' });
    await expect(ledger.authenticationOf('u4711')).rejects.toThrow('No venue reads the mailbox u4711.');
  });
});

function token(review: number, reviewer: number): string {
  return SECRETS.hash(SECRETS.reviewerToken({ order: ORDER, review, reviewer, version: 1 }));
}
