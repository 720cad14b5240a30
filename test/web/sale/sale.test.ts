import { SYSTEM } from '../../../src/domain/actor';
import { readinessOf } from '../../../src/domain/sale/readiness';
import { Refusal } from '../../../src/domain/refusal';
import { PHARE } from '../../people';
import { refuseIdleTariffs } from '../../../src/domain/sale/sale-rule';
import type { SaleRules } from '../../../src/ports/sale/sale-rules';
import { fakeReadiness, fakeSaleRules, READY } from '../../fakes/sale';
import { createPublish } from '../../../src/use-cases/publish';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre, SOPHIE_AT_THE_DESK, type Theatre } from '../harness';
import { formFields, signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const PAGE = `/guichet/mise-en-vente/${PHARE.id}`;
const UNREADY = { ...READY, tillOperators: [], grid: READY.grid.slice(0, 1), templates: [] };

/** The theatre whose performance is as `facts` say. */
async function opened(facts = READY, saleRules = fakeSaleRules()): Promise<void> {
  theatre = await openTheatre({
    needs: (needs) => {
      const sale = fakeReadiness(facts);
      const publish = createPublish({ readiness: sale, publications: sale, clock: needs.clock });
      return { saleReadiness: sale, saleRules, deeds: { ...needs.deeds, publish } };
    },
  });
}

test('the list says how far each performance is', async () => {
  await opened(UNREADY);
  const { text } = await (await signsIn(theatre, MEHDI_IN_THE_OFFICE)).get('/guichet/mise-en-vente').expect(200);
  expect(text).toContain('Le Phare d’hiver');
  expect(text).toContain('Non, trois étapes à faire');
});

test('each missing step is said in words, with where to mend it; nothing goes online', async () => {
  await opened(UNREADY);
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { text } = await mehdi.get(PAGE).expect(200);
  expect(text).toContain('Cette séance ne peut pas encore être mise en ligne');
  expect(text).toContain('Il reste trois étapes sur 15\u00a0: l’opérateur de caisse, la grille tarifaire et la maquette de billet.');
  expect(text).toContain('Le tarif «\u00a0Étudiant\u00a0» n’a pas de prix en catégorie 1.');
  expect(text).toContain('Aucune maquette numérotée');
  expect(text.match(/À faire/g)).toHaveLength(3);
  expect(text.match(/Fait</g)).toHaveLength(12);
  expect(text).toContain('Relié au prestataire de paiement. Vérifié le 4\u00a0janvier à\u00a012\u00a0h.');
  const refused = await mehdi
    .post(`${PAGE}/mettre-en-ligne`)
    .type('form')
    .send(formFields(text, `${PAGE}/mettre-en-ligne`))
    .expect(409);
  expect(refused.text).toContain('role="alert"');
  expect((await theatre.needs.saleReadiness.of(PHARE.id))?.facts.publishedAt).toBeUndefined();
});

test('what is ready goes online, and comes off again', async () => {
  await opened();
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const press = async (deed: string) => {
    const { text } = await mehdi.get(PAGE).expect(200);
    await mehdi
      .post(`${PAGE}/${deed}`)
      .type('form')
      .send(formFields(text, `${PAGE}/${deed}`))
      .expect(303, new RegExp(PAGE));
  };
  await press('mettre-en-ligne');
  expect((await mehdi.get(PAGE)).text).toContain('Cette séance est en ligne');
  await press('retirer');
  expect((await mehdi.get(PAGE)).text).toContain('Cette séance peut être mise en ligne');
});

test('a name that is missing is written down by a button', async () => {
  await opened({ ...READY, tillOperators: [], channels: [] });
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { text } = await mehdi.get(PAGE).expect(200);
  const make = `${PAGE}/etapes/sales-channel`;
  await mehdi.post(make).type('form').send(formFields(text, make)).expect(303);
  const { shelves } = theatre.needs;
  expect((await shelves.tillOperators.find('INTERNET'))?.value).toEqual({ code: 'INTERNET', name: 'Internet' });
  expect((await shelves.salesChannels.find('INTERNET'))?.value).toMatchObject({ tillOperator: 'INTERNET', online: true });
  await mehdi.post(`${PAGE}/etapes/mentions`).type('form').send(formFields(text, make)).expect(400);
});

test('a rule is written at the hours of the theatre', async () => {
  await opened();
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const rule = `${PAGE}/regles/INTERNET`;
  const { text } = await mehdi.get(rule).expect(200);
  expect(text).toContain('value="2026-12-01T10:00"');
  const typed = {
    ...formFields(text, rule),
    ...{
      opensAt: '2026-12-05T09:30',
      closesAt: '2027-01-16T18:00',
      maxSeats: '4',
      allocation: '',
      tariffs: 'PLEIN',
      deliveryMethods: 'print-at-home',
    },
  };
  await mehdi.post(rule).type('form').send(typed).expect(303);
  expect(await theatre.needs.saleRules.of(PHARE.id)).toEqual([
    {
      ...{ channel: 'INTERNET', opensAt: '2026-12-05T08:30:00.000Z', closesAt: '2027-01-16T17:00:00.000Z', maxSeats: 4 },
      ...{ allocation: undefined, tariffs: ['PLEIN'], deliveryMethods: ['print-at-home'] },
    },
  ]);
  const list = await mehdi.get(`${PAGE}/regles`).expect(200);
  expect(list.text).toContain('4\u00a0places au plus par commande');
  const gone = `${rule}/retirer`;
  await mehdi.post(gone).type('form').send(formFields(list.text, gone)).expect(303);
  expect(await theatre.needs.saleRules.of(PHARE.id)).toEqual([]);
  expect((await mehdi.get(`${PAGE}/regles`)).text).toContain('Cette filière ne vend rien');
});

test('the counter’s rule is among the rules, each by the name of its channel, and can be written there', async () => {
  await opened();
  const online = { code: 'INTERNET', name: 'Vente en ligne', tillOperator: 'INTERNET', online: true };
  await theatre.needs.shelves.salesChannels.put(online, { change: { by: SYSTEM, door: 'system', at: '2027-01-04T11:00:00.000Z' } });
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { text } = await mehdi.get(`${PAGE}/regles`).expect(200);
  expect([...text.matchAll(/<h2>(.+)<\/h2>\s*<p class="small">/g)].map(([, channel]) => channel)).toEqual(['Vente en ligne', 'Guichet']);
  expect((await mehdi.get(`${PAGE}/regles/GUICHET`).expect(200)).text).toContain('<h1>Règle de vente, filière Guichet</h1>');
});

test('a rule of a channel that does not exist, or of no time at all, is none', async () => {
  await opened();
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  await mehdi.get(`${PAGE}/regles/PIGEON`).expect(400);
  const { text } = await mehdi.get(`${PAGE}/regles/INTERNET`);
  const typed = { ...formFields(text, `${PAGE}/regles/INTERNET`), opensAt: 'demain', closesAt: '2027-01-16T18:00', maxSeats: '4' };
  const { text: said } = await mehdi.post(`${PAGE}/regles/INTERNET`).type('form').send(typed).expect(400);
  expect(said).toContain('La règle n’a pas changé');
});

test('a tariff that no order could hold is named beside what was typed; a new rule does not tick it', async () => {
  const [full] = READY.tariffs;
  if (!full) throw new Error('Nothing is sold.');
  const group = { ...full, code: 'GROUPE', name: { fr: 'Groupe', en: 'Group' }, minPerOrder: 10 };
  const companion = { ...full, code: 'PSHACC', name: { fr: 'Accompagnateur', en: 'Companion' }, companionship: 'companion' as const };
  const tariffs = [full, group, companion];
  const put: SaleRules['put'] = (_, rule) => Promise.resolve().then(() => refuseIdleTariffs(rule, tariffs));
  await opened({ ...READY, tariffs, rule: undefined }, { ...fakeSaleRules(), of: () => Promise.resolve([]), put });
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const path = `${PAGE}/regles/INTERNET`;
  const ticked = (page: string) => [...page.matchAll(/name="tariffs"\s+value="(\w+)"\s+checked/g)].map(([, code]) => code);
  const { text } = await mehdi.get(path).expect(200);
  expect(ticked(text)).toEqual(['PLEIN']);
  const typed = {
    ...formFields(text, path),
    ...{ opensAt: '2026-12-05T09:30', closesAt: '2027-01-16T18:00', maxSeats: '8', allocation: '' },
    ...{ tariffs: ['GROUPE', 'PSHACC'], deliveryMethods: ['print-at-home'] },
  };
  const refused = await mehdi.post(path).type('form').send(typed).expect(422);
  expect(refused.text).toContain('«\u00a0Groupe\u00a0» se prend à partir de 10\u00a0places, et une commande en compte 8 au plus.');
  expect(refused.text).toContain('«\u00a0Accompagnateur\u00a0» va avec celui de la personne accompagnée, qui n’est pas proposé.');
  expect(refused.text).toMatch(/name="maxSeats"[^>]*value="8"/);
  expect(ticked(refused.text)).toEqual(['GROUPE', 'PSHACC']);
});

test('a closing that has passed, of what is online, is refused with that reason; what was typed stays', async () => {
  const stops = new Refusal('sale-would-stop', 'It could not be bought.', { performances: `${PHARE.id}`, missing: 'sale-over' });
  await opened(READY, { ...fakeSaleRules(), put: () => Promise.reject(stops) });
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const path = `${PAGE}/regles/INTERNET`;
  const typed = { ...formFields((await mehdi.get(path)).text, path), opensAt: '2026-01-02T10:00', closesAt: '2026-01-14T18:00' };
  const kept = { maxSeats: '6', allocation: '', tariffs: 'PLEIN', deliveryMethods: 'print-at-home' };
  const { text } = await mehdi
    .post(path)
    .type('form')
    .send({ ...typed, ...kept })
    .expect(409);
  expect(text).toContain('La clôture de la vente est déjà passée\u00a0: personne ne pourrait acheter.');
  expect(text).toContain('value="2026-01-14T18:00"');
});

test('only who runs the house puts on sale, and only what there is', async () => {
  await opened();
  for (const who of [HELENE_AT_THE_TILL, SOPHIE_AT_THE_DESK]) {
    const visitor = await signsIn(theatre, who);
    for (const page of ['/guichet/mise-en-vente', PAGE, `${PAGE}/regles`, `${PAGE}/regles/INTERNET`]) {
      expect((await visitor.get(page)).status).toBe(403);
    }
  }
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  await mehdi.get('/guichet/mise-en-vente/999').expect(404);
  await mehdi.get('/guichet/mise-en-vente/phare').expect(404);
  await mehdi.post(`${PAGE}/mettre-en-ligne`).type('form').send({}).expect(403);
});

test('the rule that the page shows is the rule that decides', () => {
  expect(readinessOf(UNREADY).missing.map(({ code }) => code)).toEqual(['till-operator', 'price-cells', 'ticket-template-numbered']);
});
