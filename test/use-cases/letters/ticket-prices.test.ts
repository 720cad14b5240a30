import { createPrintTickets } from '../../../src/use-cases/letters/print-tickets';
import type { TicketDocument } from '../../../src/ports/tickets/printer';
import { SETTLED } from '../../settled-order';

test('« Prix global payé » is all that was paid for a seat, and the tickets of an order add up to it', async () => {
  const printed: TicketDocument[] = [];
  const print = createPrintTickets({
    printer: { print: (document) => (printed.push(document), Promise.resolve(Buffer.from('%PDF'))) },
    signer: { sign: () => 'signed', verify: () => undefined, publicKeys: () => [] },
    pictures: { of: () => Promise.resolve({}) },
    templates: { forOrder: () => Promise.resolve(undefined) },
  });
  const tickets = SETTLED.seats.map(({ no }) => ({ ...SETTLED.tickets[0]!, seat: no, uid: `CM-7K2M-4Q9T-${no}` }));
  await print({ ...SETTLED, tickets }, {});
  const pages = printed[0]!.tickets;
  expect(pages.map(({ tariff, price }) => [tariff, price])[2]).toEqual(['Plein tarif', 2486]);
  expect(pages.reduce((sum, { price }) => sum + price, 0)).toBe(SETTLED.total);
});
