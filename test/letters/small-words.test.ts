import { inTheNameOf } from '../../src/domain/elision';
import { SHOP_SHEETS } from '../../src/domain/texts/shop-sheets';
import { DISABLED, ORDER, withSeats } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

test.each([
  ['Éléonore Vasseur', 'au nom d’Éléonore Vasseur'],
  ['Ali Haddad', 'au nom d’Ali Haddad'],
  ['Yves Marchand', 'au nom d’Yves Marchand'],
  ['Yasmina Haddad', 'au nom de Yasmina Haddad'],
  ['Paul Roussel', 'au nom de Paul Roussel'],
  ['', 'au nom de '],
])('%s: %s', (name, words) => expect(inTheNameOf(name)).toBe(words));

test('OUI says which places it accepts, where another is decided at the desk alone', () => {
  const order = withSeats(ORDER, { 4: { tariff: DISABLED } });
  expect(plain(read(LETTERS['review-request']('fr', { order })).text)).toMatch(
    /OUI :? ?la place 3 est acceptée ; la place 4 se décide au guichet/,
  );
  expect(plain(read(LETTERS['review-request']('fr')).text)).toContain('tout est accepté');
});

test('a letter about somebody’s account greets them by name', () => {
  for (const kind of ['staff-invitation', 'sign-in-tries'] as const) {
    const recipient = { name: 'Inès Cardoso', address: 'ines.cardoso@theatre-des-mariniers.example' };
    expect(plain(read(LETTERS[kind]('fr', { recipient })).text)).toContain('Bonjour Inès Cardoso,');
    expect(plain(read(LETTERS[kind]('en', { recipient })).text)).toContain('Dear Inès Cardoso,');
  }
});

test('« trop tard pour annuler » leads on', () => {
  const mail = {
    subject: 'Re: Justificatif',
    messageId: 'reply-9@theatre-des-mariniers.example',
    receivedAt: '2027-01-11T16:20:00.000Z',
    verdict: 'nothing-to-undo',
  };
  const said = plain(read(LETTERS.answer('fr', { mail })).text);
  expect(said).toContain('demandez à la personne qui administre la billetterie de l’annuler');
});

test('the basket promises no proof per place: one paper may do for several', () => {
  expect(SHOP_SHEETS['shop-basket'].text.fr).not.toContain('un justificatif par place');
  expect(SHOP_SHEETS['shop-basket'].text.en).not.toContain('one proof for each');
});
