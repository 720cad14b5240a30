import type { RefusalCode } from '../../src/domain/refusal';
import { refusalWords } from '../../src/web/words/refusals';

/** A refusal names what it may be about, and nothing else. */
it.each<[RefusalCode, string, RegExp, RegExp]>([
  ['not-allowed-now', 'an order whose story has not begun, and a place', /place/, /seat|ticket/],
  ['forbidden', 'a page, and a key of the API', /page|compte/, /page|account/],
  ['proof-not-seen', 'a place', /billet/, /ticket/],
  ['performance-not-found', 'a performance at the door as well as in the shop', /^Cette séance n’est pas en vente/, /^This performance is not on sale/], // prettier-ignore
])('%s is about %s', (code, _what, fr, en) => {
  const { words } = refusalWords(code);
  expect(words.fr).not.toMatch(fr);
  expect(words.en).not.toMatch(en);
});

it('a ticket has been used; it has not walked in', () => {
  expect(refusalWords('already-entered').words.fr).toMatch(/^Ce billet a déjà servi à l’entrée\./);
});
