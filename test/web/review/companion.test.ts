import type { SeatView } from '../../../src/domain/order-view';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { enters, formFields, signsIn } from '../visitor';

/** Nadia’s seat 4 goes with Léa’s seat 3, one for one. */
let theatre: Theatre;
afterEach(() => theatre.close());

const REVIEW = '/guichet/controle/7K2M-4Q9T';
const COMPANION = { companionship: 'companion' } as const;
const open = async (holder: Partial<SeatView>, companion: Partial<SeatView> = {}) => {
  theatre = await openTheatre({
    orders: [withSeats(ORDER, { 3: { companionship: 'holder', ...holder }, 4: { ...COMPANION, ...companion } })],
  });
};

async function accepts(): Promise<string> {
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  const { text } = await sophie.get(`${REVIEW}?place=4`);
  const answer = await sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), seat: 4, kind: 'approve', attested: 'yes' }); // prettier-ignore
  expect(answer.status).toBe(422);
  return answer.text.replaceAll('\u00a0', ' ');
}

it('before the person accompanied is accepted, the clerk reads which seat is first', async () => {
  await open({});
  expect(await accepts()).toContain('acceptez d’abord la place 3.');
});

it.each(['upgraded', 'refunded', 'refused-final', 'check-at-door'] as const)(
  'where that seat is %s, the clerk reads what to do',
  async (proof) => {
    await open({ proof });
    const text = await accepts();
    expect(text).toContain('cette place ne peut plus être acceptée. Refusez-la avec le motif « Tarif non ouvert »');
    expect(text).toContain('choisissez « Vérifier à l’entrée »');
  },
);

it('the customer is asked for no paper that nobody can accept, and finds the ways on', async () => {
  await open({ proof: 'upgraded' }, { proof: 'awaiting-proof' });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
  expect(stub).toContain('qui n’est plus à son tarif');
  expect(stub).not.toContain('type="file"');
  expect(stub).toContain('Régler la différence');
});
