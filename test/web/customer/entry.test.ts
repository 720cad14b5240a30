import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { formFields, unmarked, visitor } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

it('says what a link of its kind does, and nothing of one that was not looked up', async () => {
  theatre = await openTheatre();
  const ofLetter = await visitor(theatre).get('/c/zzz').expect(200);
  const askedFor = await visitor(theatre).get('/entrer/zzz').expect(200);
  expect(ofLetter.text).toContain('tant qu’un nouveau lien ne l’a pas remplacé');
  expect(askedFor.text).toContain('une seule fois, dans le quart d’heure');
  expect(askedFor.text).not.toContain('jusqu’à la fin du spectacle');
  for (const { text } of [ofLetter, askedFor]) expect(text).not.toContain('Ce lien est le vôtre');
});

it.each([
  ['no address', { reference: '', email: 'pas' }, 'Écrivez une adresse e-mail complète'],
  ['no reference', { reference: '7K2M', email: 'camille.roussel@courriel.example' }, 'Une référence compte huit lettres et chiffres'],
])('no link is promised for what is %s, and what was typed stays', async (_what, typed, words) => {
  theatre = await openTheatre();
  const who = visitor(theatre);
  const { text: form } = await who.get('/mes-billets');
  const { status, text } = await who
    .post('/mes-billets')
    .type('form')
    .send({ ...formFields(form), ...typed });
  expect(status).toBe(422);
  expect(unmarked(text)).toContain(words);
  expect(text).toContain(`value="${typed.email}"`);
  expect(text).not.toContain('Regardez votre messagerie');
});
