import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

it('the order’s pages speak of no evening before a matinée', async () => {
  const performance = { ...ORDER.performance, startsAt: '2027-01-16T13:00:00.000Z', endsAt: '2027-01-16T15:00:00.000Z' };
  theatre = await openTheatre({ orders: [{ ...ORDER, performance }] });
  const camille = await enters(theatre);
  for (const page of ['/commande/7K2M-4Q9T', '/commande/7K2M-4Q9T/places/5/accueil'])
    expect((await camille.get(page).expect(200)).text).not.toMatch(/soir/i);
});
