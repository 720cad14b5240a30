import { plain } from '../../letters/reading';
import { MARINIERS, ORDER, withSeats } from '../../people';
import type { OrderView } from '../../../src/domain/order-view';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import type { Visitor } from '../visitor';
import { enters, formFields, signsIn, unmarked } from '../visitor';

const PAGE = '/guichet/commandes/7K2M-4Q9T';

let theatre: Theatre;
afterEach(() => theatre.close());

async function helene(order: OrderView): Promise<Visitor> {
  theatre = await openTheatre({ orders: [order] });
  return signsIn(theatre, HELENE_AT_THE_TILL);
}

it('names the ticket of a seat that is good, not the one it replaced; of a seat without any, the last', async () => {
  const again = { seat: 2, number: 12460, uid: 'CM-7K2M-4Q9T-2-2', release: 2, admission: 'valid', proofToShow: false } as const;
  const [first, second] = ORDER.tickets;
  const cancelled = [first, second].flatMap((ticket) => (ticket ? [{ ...ticket, admission: 'cancelled' as const }] : []));
  const desk = await helene({ ...withSeats(ORDER, { 1: { delivery: 'void' } }), tickets: [...cancelled, again] });
  const { text } = await desk.get(PAGE);
  expect(text.match(/CM-7K2M-4Q9T-[-\d]+/g)).toEqual(['CM-7K2M-4Q9T-1', 'CM-7K2M-4Q9T-2-2']);
});

it.each([
  ['had left', '2027-01-10T10:15:00.000Z', 'Le billet déjà envoyé n’est plus valable.'],
  ['was ready to leave', undefined, 'Le billet préparé n’est plus valable.'],
])(
  'a ticket that %s, and was cancelled with its refusal, is « annulé » for desk and spectator, not held',
  async (_how, deliveredAt, said) => {
    const [first, second] = ORDER.tickets;
    const tickets = [first, second]
      .flatMap((ticket) => (ticket ? [ticket] : []))
      .map((one) => ({ ...one, ...(one.seat === 2 && CANCELLED) }));
    const desk = await helene({ ...withSeats(ORDER, { 2: { proof: 'refused-final', delivery: 'held', deliveredAt } }), tickets });
    const row = unmarked((await desk.get(PAGE)).text.split('<tr>')[3] ?? '');
    expect(row).toContain('CM-7K2M-4Q9T-2');
    expect(row).toContain('annulé');
    expect(row).not.toContain('retenu');
    const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
    const place = text.slice(text.indexOf('id="place-2"'), text.indexOf('id="place-3"'));
    expect(plain(unmarked(place))).toContain('Demander à être remboursé : appelez le 02 61 91 40 20, ou écrivez à ');
    expect(plain(unmarked(place))).toContain(said);
  },
);

const CANCELLED = { admission: 'cancelled' } as const;

it('says where the tickets leave for again', async () => {
  const desk = await helene(ORDER);
  const { text } = await desk.get(PAGE);
  const { headers } = await desk.post(PAGE).type('form').send(formFields(text, PAGE)).expect(303);
  expect(unmarked((await desk.get(headers['location'] ?? '')).text)).toContain('Les billets repartent à camille.roussel@courriel.example');
});

it('a customer of the counter without an address has none on the page: the tickets are printed, nothing is written', async () => {
  const desk = await helene({ ...ORDER, channel: 'GUICHET', customer: { ...ORDER.customer, email: undefined } });
  const text = unmarked((await desk.get(PAGE)).text);
  expect(text).toContain('sans adresse e-mail');
  expect(text).not.toContain(MARINIERS.copyAddress);
  expect(text).toContain(`href="${PAGE}/billets`);
  expect(text).not.toContain('Renvoyer les billets');
  expect(text).not.toContain('Remplacer le lien');
  expect(text).toContain('Noter une adresse e-mail');
});
