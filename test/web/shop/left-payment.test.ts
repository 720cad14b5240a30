import request from 'supertest';
import { cookiesOf, formFields } from '../visitor';
import { CAMILLE, sends } from './shopping';
import { back, DETAILS, PAYMENT, openToSpectators } from './spectator';

/** Back from the payment page: each way ends where one can go on. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
beforeAll(async () => {
  theatre = await openToSpectators();
});
afterAll(() => theatre.shop.close());

describe('a payment that was left', () => {
  it('says what is so, offers the same payment again, and the basket', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const reference = await theatre.orders(camille);
    const page = await camille.get(back(reference)).expect(200);
    expect(page.text).toContain('Nous n’avons pas encore la réponse de votre banque');
    expect(page.text).toContain('rien n’est acheté');
    const again = await camille.post(back(reference)).type('form').send(formFields(page.text, back(reference))); // prettier-ignore
    expect(again.headers['location']).toMatch(PAYMENT);
  });

  it('is neither told nor taken up in a browser that was not let in', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const reference = await theatre.orders(camille);
    const stranger = theatre.arrives();
    const { text } = await stranger.get(back(reference)).expect(200);
    expect(text).toContain('La suite vous attend dans votre messagerie');
    expect(text).not.toMatch(/Camille|Revenir à mon panier|Reprendre le paiement/);
    const guard = formFields((await stranger.get('/mes-billets')).text);
    for (const action of [back(reference), `/commande/${reference}/panier`, '/commande/0000-0000/retour', '/commande/0000-0000/panier'])
      await stranger.post(action).type('form').send(guard).expect(303).expect('location', action.replace('panier', 'retour')); // prettier-ignore
    expect(await theatre.shop.world.orders.view(reference)).toMatchObject({ payment: 'pending' });
  });

  it('leads back to the basket, with its places and with what was typed; the order is given up', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    const first = await theatre.orders(camille);
    const places = await theatre.placesOf(first);
    const answer = await sends(camille, back(first), {}, `/commande/${first}/panier`);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/panier']);
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    expect(await theatre.shop.world.orders.view(first)).toMatchObject({ payment: 'expired' });
    const details = await camille.get(DETAILS).expect(200);
    expect(details.text).toContain(`value="${CAMILLE.name}"`);
    const second = await theatre.orders(camille);
    expect(second).not.toBe(first);
    expect(await theatre.placesOf(second)).toEqual(places);
    // The bank of the first one answers after all: it has no place, and is owed back.
    await theatre.provider(first, 'paid');
    expect(await theatre.shop.world.orders.view(first)).toMatchObject({ payment: 'refund-due' });
    expect(await theatre.shop.world.orders.view(second)).toMatchObject({ payment: 'pending' });
  });

  it('that was refused is tried again', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const reference = await theatre.orders(camille);
    await theatre.provider(reference, 'refused');
    const { text } = await camille.get(back(reference));
    expect(text).toContain('Le paiement n’a pas abouti');
    expect(text).toContain('Reprendre le paiement');
    expect(text).not.toContain('Payer de nouveau');
    const again = await sends(camille, back(reference), {});
    expect(again.headers['location']).toMatch(PAYMENT);
  });

  it('in a tab that was closed is found from the basket', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const reference = await theatre.orders(camille);
    const { text } = await camille.get('/panier');
    expect(text).toContain('Votre commande attend son paiement');
    expect(text).toContain(`href="${back(reference)}"`);
  });

  it('until its time was over says so truly, and looks for the same places', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    const reference = await theatre.orders(camille);
    await theatre.shop.world
      .knex('orders')
      .where({ reference })
      .update({ expires_at: new Date(Date.now() - 1000) });
    for (const swept of [false, true]) {
      if (swept) await theatre.shop.world.orders.expireHolds(theatre.shop.world.clock.now());
      const { text } = await camille.get(back(reference)).expect(200);
      expect(text).toContain('Aucun paiement ne nous était parvenu');
      expect(text).toContain('nous reprenons vos places si elles sont libres');
    }
    expect((await camille.get(`/commande/${reference}`)).text).toContain('Chercher les mêmes places');
    await sends(camille, back(reference), {}, `/commande/${reference}/panier`);
    expect(await theatre.seatsOf(camille)).toEqual(seats);
  });
});

describe('a payment that arrived', () => {
  it('is never asked for again, by reloading or by an old page', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const details = await camille.get(DETAILS);
    const form = { ...formFields(details.text, DETAILS), ...CAMILLE };
    const reference = await theatre.orders(camille);
    const waiting = formFields((await camille.get(back(reference))).text, back(reference));
    const unpaid = formFields((await camille.get(`/commande/${reference}`)).text, `/commande/${reference}/payer`);
    await theatre.provider(reference, 'paid');
    await camille.post(DETAILS).type('form').send(form).expect(303, new RegExp(back(reference))); // prettier-ignore
    await camille.post(back(reference)).type('form').send(waiting).expect(303, new RegExp(back(reference))); // prettier-ignore
    await camille.post(`/commande/${reference}/payer`).type('form').send(unpaid).expect(303, new RegExp(back(reference))); // prettier-ignore
    await camille.post(`/commande/${reference}/panier`).type('form').send(waiting).expect(303, new RegExp(back(reference))); // prettier-ignore
    expect((await camille.get(back(reference))).text).toContain('Votre paiement est bien reçu');
    expect((await camille.get('/panier')).text).toContain('Votre panier est vide');
    expect(await theatre.shop.world.orders.view(reference)).toMatchObject({ payment: 'paid' });
  });
});

it('a session that was killed between the order and its answer finds the order, and sells nothing twice', async () => {
  const camille = theatre.arrives();
  await theatre.chooses(camille);
  const page = await camille.get(DETAILS);
  const form = { ...formFields(page.text, DETAILS), ...CAMILLE };
  const cookies = cookiesOf(page);
  const sessions: string = 'sessions';
  const before: readonly { readonly sid: string }[] = await theatre.shop.world.knex(sessions).select();
  const reference = await theatre.orders(camille);
  // As if nothing of it had been kept: the session is the one from before, and so is the browser's cookie.
  for (const row of before) await theatre.shop.world.knex(sessions).insert(row).onConflict('sid').ignore();
  const { text } = await request(theatre.shop.url).get('/panier').set('Cookie', cookies);
  expect(text).toContain('Votre commande attend son paiement');
  expect(text).toContain(reference);
  const again = await request(theatre.shop.url).post(DETAILS).set('Cookie', cookies).type('form').send(form);
  expect(again.headers['location']).toMatch(PAYMENT);
  expect(await theatre.shop.world.knex('orders').where({ reference }).pluck('reference')).toHaveLength(1);
});
