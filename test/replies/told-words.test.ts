import { decisionsByAddress } from '../../src/replies/judge';
import { meaningOf } from '../../src/replies/grammar';

const words = (text: string) => meaningOf(text, [1, 2, 3]).decisions.map((one) => one.words);

describe('what a refusal tells the spectator', () => {
  it.each([
    ['NON 2 périmé\n\nPS : le spectateur est pénible', 'périmé'],
    ['NON 2 périmé\nPS : le spectateur est pénible', 'périmé'],
    ['NON 2 périmé. PS: pénible celui-là', 'périmé'],
    ['NON 2 périmé\nNB il est pénible', 'périmé'],
    ['NON 2 périmé\n\nil nous embête à chaque fois', 'périmé'],
    ['PLUS 2 le verso\n\nNB : il est pénible', 'le verso'],
    ['Refusé : photo coupée\n\nThéâtre du Moulin', 'photo coupée'],
    ['NON 2 périmé depuis août', 'périmé depuis août'],
    ['Il manque le verso, pouvez-vous le lui demander ?', 'Il manque le verso'],
  ])('%j', (text, told) => {
    expect(words(text)).toEqual([told]);
  });

  it.each(['NON 2 voir https://x.example/y', 'NON 2 écrire à leo@x.example', 'NON 2 plus d’informations sur www.caf.fr'])(
    'never an address nor a link: %j',
    (text) => {
      expect(words(text)).toEqual([undefined]);
    },
  );

  it('takes the reason from the paragraph below without its words', () => {
    expect(meaningOf('NON 2\n\nla carte est périmée', [1, 2, 3]).decisions).toEqual([
      { seats: [2], decision: 'refuse', reason: 'expired-document' },
    ]);
  });

  it.each([
    ['Carte de 2019\n\nPS : pénible', 'Carte de 2019'],
    ['PS : pénible', undefined],
    ['Écrivez à leo@x.example', undefined],
  ])('by a button of the letter with %j', (notUnderstood, told) => {
    const refusal = decisionsByAddress({ seats: [2], decision: 'refuse' }, { intent: 'unclear', decisions: [], notUnderstood });
    expect(refusal.map((one) => one.words)).toEqual([told]);
  });
});

describe('something missing, or a wish to the spectator', () => {
  it.each([
    ['Il manque le verso', 'missing-page'],
    ["manque avis d'impôt", 'quantity-mismatch'],
    ["Il manque une pièce d'identité, pouvez-vous la lui demander ?", 'quantity-mismatch'],
    ['On ne voit pas la date. À redemander avant de décider.', 'unreadable'],
    ['Attestation trop ancienne, pouvez-vous lui en demander une de ce mois-ci ?', 'expired-document'],
    ["Pas lisible en l'état, à renvoyer en PDF si elle peut.", 'unreadable'],
  ])('%j asks, and refuses nothing', (text, reason) => {
    expect(meaningOf(text, [1, 2, 3]).decisions).toMatchObject([{ seats: 'all', decision: 'more-info', reason }]);
  });

  it.each(['Refusé, il manque le verso', 'NON 2 illisible, à renvoyer'])('%j refuses all the same', (text) => {
    expect(meaningOf(text, [1, 2, 3]).decisions).toMatchObject([{ decision: 'refuse' }]);
  });
});
