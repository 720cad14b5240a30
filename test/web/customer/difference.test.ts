import request from 'supertest';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters, formFields } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';

it('whoever refuses the difference at the bank reads of that payment, not of the one before', async () => {
  theatre = await openTheatre();
  const camille = await enters(theatre);
  const action = `${HOME}/places/5/difference`;
  const fields = formFields((await camille.get(HOME)).text, action);
  const { headers } = await camille.post(action).type('form').send(fields).expect(303);
  const refused = await camille.post(String(headers['location']).replace(theatre.url, '')).type('form').send({ choice: 'refuse' });
  const back = String(refused.headers['location']).replace(theatre.url, '');
  expect(back).toBe(`${HOME}/retour?place=5`);
  const { text } = await camille.get(back).expect(200);
  expect(text).toContain('Nous n’avons pas reçu ce règlement');
  expect(text).toContain('Régler la différence, 10,00\u00a0€');
  expect(text).not.toContain('Votre paiement est bien reçu');
  // A stranger who knows the reference reads nothing of the seat.
  expect((await request(theatre.url).get(back)).text).not.toContain('Nous n’avons pas reçu ce règlement');
});
