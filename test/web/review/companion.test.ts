import type { SeatView } from '../../../src/domain/order-view';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
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

it.each(['upgraded', 'refunded', 'refused-final'] as const)('where that seat is %s, the clerk reads what to do', async (proof) => {
  await open({ proof });
  const text = await accepts();
  expect(text).toContain('cette place ne peut plus être acceptée. Refusez-la avec le motif « Tarif non ouvert »');
  expect(text).toContain('choisissez « Vérifier à l’entrée »');
});

it('the customer is asked for no paper that nobody can accept, and finds the ways on', async () => {
  await open({ proof: 'upgraded' }, { proof: 'awaiting-proof' });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
  expect(stub).toContain('qui n’est plus à son tarif');
  expect(stub).not.toContain('type="file"');
  expect(stub).toContain('Régler la différence');
});

it.each(['awaiting-proof', 'more-info', 'refused'] as const)(
  'no mark says that a paper is awaited of it (%s), here or at the desk',
  async (proof) => {
    await open({ proof: 'upgraded' }, { proof });
    const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
    const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
    expect(stub).toContain('En attente de votre choix');
    expect(stub).not.toMatch(/En attente de votre justificatif|Une précision nous manque|un autre envoi est possible/);
    const sheet = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/commandes/7K2M-4Q9T');
    expect(sheet.text).toContain('En attente du choix du client');
  },
);

it('whose paper is being checked reads that the difference is to be paid, and may pay it at once', async () => {
  await open({ proof: 'upgraded' }, { proof: 'under-review' });
  const camille = await enters(theatre);
  const { text } = await camille.get('/commande/7K2M-4Q9T').expect(200);
  const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
  expect(stub).toContain('En attente de votre choix');
  expect(stub).toContain('qui n’est plus à son tarif');
  expect(stub).not.toContain('Vous n’avez rien à faire');
  expect(stub).not.toContain('type="file"');
  const action = '/commande/7K2M-4Q9T/places/4/difference';
  expect(stub).toContain(`action="${action}"`);
  const { status, headers } = await camille.post(action).type('form').send(formFields(text, action));
  expect([status, headers['location']]).toEqual([303, expect.stringContaining('/bac-a-sable')]);
});

it('where the person accompanied goes to the door, the companion is offered the same way first, and no untrue word', async () => {
  await open({ proof: 'check-at-door' }, { proof: 'awaiting-proof' });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
  expect(stub).not.toContain('qui n’est plus à son tarif');
  expect(stub).toContain('présente son justificatif à l’accueil');
  expect(stub).not.toContain('type="file"');
  expect(stub.indexOf('résenter à l’accueil')).toBeGreaterThan(0);
  expect(stub.indexOf('le jour du spectacle')).toBeLessThan(stub.indexOf('Régler la différence'));
});

it('whose person accompanied was refused by an answer that can still be taken back reads nothing of it, and pays nothing', async () => {
  const action = '/commande/7K2M-4Q9T/places/4/difference';
  for (const settling of [true, false]) {
    await open({ proof: 'refused-final', settling }, { proof: 'under-review' });
    const camille = await enters(theatre);
    const { text } = await camille.get('/commande/7K2M-4Q9T').expect(200);
    const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
    expect([stub.includes('Régler la différence'), stub.includes('qui n’est plus à son tarif')]).toEqual([!settling, !settling]);
    const { status } = await camille.post(action).type('form').send(formFields(text));
    expect(status).toBe(settling ? 409 : 303);
    if (settling) await theatre.close();
  }
});

it('whose person accompanied is at the full tariff reads of the difference alone, on top of the page and at the seat', async () => {
  const seats = {
    3: { companionship: 'holder', proof: 'upgraded' },
    4: { ...COMPANION, proof: 'awaiting-proof' },
    5: { proof: 'approved' },
  } as const;
  theatre = await openTheatre({ orders: [withSeats(ORDER, seats)] });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const words = text.replaceAll('\u00a0', ' ');
  const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
  expect(words).toContain('la différence avec le plein tarif vous sera demandée à l’entrée');
  expect(words).not.toContain('le justificatif vous sera demandé à l’entrée');
  expect(stub).toContain('Régler la différence');
  expect(stub).not.toContain('résenter à l’accueil');
});

it('and where they go to the door, says what the letter says: that it may go with them', async () => {
  await open({ proof: 'check-at-door' }, { proof: 'awaiting-proof' });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  expect(text).toContain('cette place peut s’y présenter avec la sienne');
});

it('and the clerk reads that it goes there too', async () => {
  await open({ proof: 'check-at-door' });
  const text = await accepts();
  expect(text).toContain('La personne accompagnée présente son justificatif à l’entrée');
  expect(text).not.toContain('n’est plus au tarif');
});

it('before the difference of the person accompanied is paid, the customer reads what it makes of the companion', async () => {
  await open({ proof: 'awaiting-proof' }, { proof: 'awaiting-proof' });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const stub = (no: number) => text.slice(text.indexOf(`id="place-${no}"`), text.indexOf(`id="place-${no + 1}"`)).replaceAll('\u00a0', ' ');
  expect(stub(3)).toContain('la place 4 perd alors le tarif d’accompagnateur : la différence, 12,00 €, sera à régler pour elle aussi');
  expect(stub(4)).not.toContain('perd alors');
});

it('and so does the desk before it takes it', async () => {
  await open({ proof: 'awaiting-proof' }, { proof: 'awaiting-proof' });
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await helene.get('/guichet/commandes/7K2M-4Q9T');
  expect(text.replaceAll('\u00a0', ' ').match(/la place 4 perd alors le tarif d’accompagnateur/g)).toHaveLength(1);
});
