import type { LetterRow } from '../../../src/mysql/letters/letter-facts';
import { rememberOrder } from '../../../src/mysql/letters/remembered-order';
import { ORDER } from '../../people';

/** A desk at which one looks each time the order is really read. */
function batch() {
  const looks: string[] = [];
  const orderOf = rememberOrder({
    view: async (reference) => {
      looks.push(reference);
      return { ...ORDER, reference };
    },
  });
  return { orderOf, looks };
}

const confirmation: LetterRow = {
  letter_key: `confirmation:${ORDER.reference}`,
  kind: 'confirmation',
  state: 'queued',
  order_reference: ORDER.reference,
  language: 'fr',
  about: '{}',
  recipient: 'spectator',
  reviewer_id: null,
  address: null,
  story_seq_now: 3,
  link_version: 1,
};
const copy: LetterRow = { ...confirmation, kind: 'venue-copy', recipient: 'copy' };
const tickets: LetterRow = { ...confirmation, kind: 'tickets' };

describe('the order that the letters of a batch are about', () => {
  test('is read once while nothing happens to it', async () => {
    const { orderOf, looks } = batch();
    expect(await orderOf(confirmation)).toMatchObject({ reference: ORDER.reference });
    expect(await orderOf(tickets)).toMatchObject({ reference: ORDER.reference });
    await orderOf(copy);
    expect(looks).toHaveLength(1);
  });

  test.each([
    ['its story has moved on', { ...copy, story_seq_now: 4 }],
    ['the customer has a new link', { ...copy, link_version: 2 }],
    ['the letter is about another order', { ...copy, order_reference: '8K2M-4Q9T' }],
  ])('is read again when %s', async (_why, next) => {
    const { orderOf, looks } = batch();
    await orderOf(confirmation);
    expect(await orderOf(next)).toMatchObject({ reference: next.order_reference });
    expect(looks).toHaveLength(2);
  });

  test('is read again for tickets behind other tickets, which tell what has left', async () => {
    const { orderOf, looks } = batch();
    await orderOf(tickets);
    await orderOf({ ...tickets, kind: 'tickets-again' });
    expect(looks).toHaveLength(2);
  });

  test('is not read for a letter about no order', async () => {
    const { orderOf, looks } = batch();
    expect(await orderOf({ ...confirmation, order_reference: null })).toBeUndefined();
    expect(looks).toEqual([]);
  });
});
