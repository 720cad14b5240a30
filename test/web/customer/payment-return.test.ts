import type { OrderView, SeatView } from '../../../src/domain/order-view';
import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters, formFields, unmarked, visitor } from '../visitor';

/** Back from the bank: in the browser of the purchase, and in any other. */
let theatre: Theatre;

afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';

const BOUGHT: Partial<SeatView> = { proof: 'awaiting-proof', delivery: 'held', deliveredAt: undefined };
const NO_PROOF: Partial<SeatView> = { ...BOUGHT, proof: 'not-required' };

function orderOf(changes: Partial<SeatView>): OrderView {
  return { ...ORDER, proofs: [], tickets: [], seats: ORDER.seats.map((seat) => ({ ...seat, ...changes })) };
}

it('another browser hears nothing of an order, in the same words for every reference', async () => {
  theatre = await openTheatre();
  const heard = await Promise.all(
    ['7K2M-4Q9T', '0000-0000', 'zzz'].map(async (reference) => {
      const { status, text } = await visitor(theatre).get(`/commande/${reference}/retour?place=5`);
      return [status, text.replaceAll(reference, '…')];
    }),
  );
  expect(heard[0]).toEqual(heard[1]);
  expect(heard[0]).toEqual(heard[2]);
  const { text } = await visitor(theatre).get(`${HOME}/retour`).expect(200);
  expect(unmarked(text)).toContain('Un paiement reçu est toujours confirmé par e-mail');
  expect(text).toMatch(/class="button" href="\/mes-billets"/);
  expect(text).not.toMatch(/€|bien reçu|Vos billets partent|venons de vous/);
});

it('whoever has a link of the order pays it from another browser, as the page says', async () => {
  theatre = await openTheatre({ orders: [{ ...ORDER, payment: 'pending', expiresAt: '2027-01-30T10:00:00.000Z' }] });
  const { text } = await visitor(theatre).get(`${HOME}/retour`).expect(200);
  expect(text).toContain('D’un autre, demandez un lien par «\u00a0Mes billets\u00a0»');
  const other = visitor(theatre);
  const form = formFields((await other.get('/mes-billets')).text);
  await other.post('/mes-billets').type('form').send({ ...form, reference: '', email: ORDER.customer.email }).expect(200); // prettier-ignore
  const asked = theatre.letters.written.find(({ kind }) => kind === 'sign-in-link');
  await enters(theatre, other, theatre.signInPath(asked?.about.command ?? ''));
  const page = await other.get(HOME).expect(200);
  const paying = await other
    .post(`${HOME}/payer`)
    .type('form')
    .send(formFields(page.text, `${HOME}/payer`))
    .expect(303);
  expect(paying.headers['location']).toContain('bac-a-sable');
});

it('another browser posts nothing either', async () => {
  theatre = await openTheatre({ orders: [{ ...ORDER, payment: 'pending', expiresAt: '2027-01-30T10:00:00.000Z' }] });
  const stranger = visitor(theatre);
  const { text } = await stranger.get('/mes-billets');
  const guard = /name="_csrf" value="([^"]+)"/.exec(text)?.[1];
  const answers: unknown[] = [];
  for (const path of ['7K2M-4Q9T/retour', '7K2M-4Q9T/panier', '0000-0000/retour', '0000-0000/panier']) {
    const { status, headers } = await stranger.post(`/commande/${path}`).type('form').send({ _csrf: guard });
    answers.push([status, headers['location']]);
  }
  const [known, unknown] = [`${HOME}/retour`, '/commande/0000-0000/retour'];
  expect(answers).toEqual([known, known, unknown, unknown].map((back) => [303, back]));
});

it.each([
  ['proofs are asked for', BOUGHT, 'Vos billets partiront dès que nous aurons vérifié vos justificatifs.'],
  ['nothing is to be proved', NO_PROOF, 'Vos billets partent par e-mail.'],
  ['the tickets have left', { ...NO_PROOF, delivery: 'sent' } as const, 'Vos billets sont partis par e-mail.'],
])('her own browser reads what is so when %s', async (_what, seats, words) => {
  theatre = await openTheatre({ orders: [orderOf(seats)] });
  const { text } = await (await enters(theatre)).get(`${HOME}/retour`).expect(200);
  expect(text).toContain('Votre paiement est bien reçu');
  expect(unmarked(text)).toContain(words);
  // The letter may not have left yet.
  expect(unmarked(text)).toContain('la confirmation que nous vous envoyons par e-mail');
  expect(text).not.toContain('venons de vous envoyer');
});

it.each([
  ['is under review', { ...BOUGHT, proof: 'under-review' } as const],
  ['is shown at the door', { ...BOUGHT, proof: 'check-at-door' } as const],
  ['was given up', { ...BOUGHT, proof: 'refunded', delivery: 'void' } as const],
])('once a seat %s the page of the order tells it', async (_what, seats) => {
  theatre = await openTheatre({ orders: [orderOf(seats)] });
  const { status, headers } = await (await enters(theatre)).get(`${HOME}/retour`);
  expect([status, headers['location']]).toEqual([303, HOME]);
});
