import { formFields } from '../visitor';
import { sends } from './shopping';
import { back, DETAILS, openToSpectators } from './spectator';

/** A sale that closes before the places of a basket, or of an order, would go back to sale. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
let closes: Date;
beforeAll(async () => {
  theatre = await openToSpectators();
  closes = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * 60_000);
  await theatre.shop.world
    .knex('sale_rules')
    .where({ performance_id: theatre.shop.performance('Le Phare d’hiver'), channel: 'INTERNET' })
    .update({ closes_at: closes });
});
afterAll(() => theatre.shop.close());

const closing = () =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })
    .format(closes)
    .replace(':', '\u00a0h\u00a0');

async function heldUntil(): Promise<readonly (Date | null)[]> {
  return theatre.shop.world.knex('performance_places').where({ status: 'held' }).distinct().pluck('held_until');
}

it('places are kept until the closing, and longer is offered neither by the basket nor by the details', async () => {
  const camille = theatre.arrives();
  await theatre.chooses(camille);
  expect(await heldUntil()).toEqual([closes]);
  for (const page of ['/panier', DETAILS]) {
    const { text } = await camille.get(page).expect(200);
    expect(text.match(/gardées jusqu’à <strong class="nowrap">([^<]+)</)?.[1]).toBe(closing());
    expect(text).toContain(`La vente ferme à ${closing()}`);
    expect(text).not.toMatch(/plus de temps|plusieurs fois|autres spectateurs attendent/);
  }
  expect((await camille.get('/panier?lang=en')).text).toContain('The sale closes at');
  await camille.get('/panier?lang=fr');
  // Of a page from before the closing was set.
  const form = formFields((await camille.get('/panier')).text, '/panier');
  await camille.post('/panier/prolonger').type('form').send(form).expect(303);
  expect(await heldUntil()).toEqual([closes]);
});

it('a closing that is set while places are kept ends what is said, and what can be asked for', async () => {
  const bal = theatre.shop.performance('Le Bal des éclusiers');
  const camille = theatre.arrives();
  await theatre.chooses(camille, { 't-PLEIN': '1' }, theatre.bal);
  const later = new Date(closes.getTime() + 40 * 60_000);
  const time = (at: Date) => at.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  const rule = () => theatre.shop.world.knex('sale_rules').where({ performance_id: bal, channel: 'INTERNET' });
  await rule().update({ closes_at: later });
  const { text } = await camille.get('/panier');
  expect(text).toContain(`plusieurs fois, jusqu’à ${time(later).replace(':', '\u00a0h\u00a0')}\u00a0: la vente ferme à cette heure-là.`);
  await rule().update({ closes_at: closes });
  expect((await camille.get(DETAILS)).text).toContain(`La vente ferme à ${closing()}`);
});

it('an order is kept for its payment until the closing too', async () => {
  const camille = theatre.arrives();
  await theatre.chooses(camille);
  const reference = await theatre.orders(camille);
  expect(await theatre.shop.world.orders.view(reference)).toMatchObject({ expiresAt: closes.toISOString() });
  for (const page of ['/panier', back(reference), `/commande/${reference}`])
    expect((await camille.get(page)).text).toContain(`gardées jusqu’à ${closing()}`);
  const answer = await sends(camille, back(reference), {}, `/commande/${reference}/panier`);
  expect(answer.headers['location']).toBe('/panier');
  expect((await camille.get('/panier')).text).toContain(`La vente ferme à ${closing()}`);
});
