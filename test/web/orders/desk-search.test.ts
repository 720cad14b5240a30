import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

it('finds an order by what one remembers of it', async () => {
  theatre = await openTheatre();
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  expect((await helene.get('/guichet/recherche?q=Camille')).text).toContain('/guichet/commandes/7K2M-4Q9T');
  expect((await helene.get('/guichet/recherche?q=personne&etat=nonsense')).text).toContain('Aucune commande ne correspond');
});

it('says whose name it was found by, when it is not the buyer’s', async () => {
  theatre = await openTheatre();
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  expect((await helene.get('/guichet/recherche?q=Nadia')).text).toMatch(/Place\u00a04, au nom de <mark>Nadia Ferrand<\/mark>/);
  expect((await helene.get('/guichet/recherche?q=Camille')).text).not.toContain('au nom de');
});
