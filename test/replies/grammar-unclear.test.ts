import { meaningOf, meaningOfReply } from '../../src/replies/grammar';

const THREE = [1, 2, 3];

test('whoever a refusal names, it is clear where the seat is said or only one was asked about', () => {
  expect(meaningOf('NON 2 la carte de Paul est au nom de Léa', [1, 2, 3]).decisions).toMatchObject([{ decision: 'refuse', seats: [2] }]);
  expect(meaningOf('Refusée : la carte de Paul est au nom de Léa', [2]).decisions).toMatchObject([{ decision: 'refuse', seats: 'all' }]);
});

describe('what decides nothing', () => {
  it.each([
    'oui mais il manque le nom',
    'Oui mais fais plus court',
    'ok?',
    'OK ??',
    "C'est bon ?",
    "c'est ok si elle présente sa carte à l'entrée",
    'à voir avec Sophie',
    'je regarde',
    'pas sûr',
    'on valide ?',
    "Pas d'objection",
    'merci',
    'Parfait, merci',
    'Bonjour',
    'Bonjour,',
    'OK\nNON',
    'oui et non',
    "ok j'ai refusé",
    "Ok, j'ai refusé",
    "Demande-lui s'il est d'accord",
    'refus de ma part ?',
    'OK pour refuser',
    'ok pour le refus',
    'OK\nmais vérifiez la date',
    'OK mais',
    'ok…',
    'OK...',
    'OK\nAttendez',
    'OK, attendez',
    'Non, c’est bon',
    'Validé pour Paul mais pas pour Léa (carte périmée)',
    "OK sauf l'accompagnateur",
    'OUI sauf la 3',
    'Tout est bon sauf le 3',
    'OK pour toutes sauf la 3, merci',
    'OUI sauf la 3 : à vérifier',
    'yes except 3',
    'Oui sous réserve de la date',
    'Refusée : la carte de Paul est au nom de Léa',
    'Refusé, le nom ne correspond pas à celui de Paul',
    'NON : la carte de Naïma est périmée',
    'Non conforme, merci de redemander celle de Léa',
    'Refused: the card of Paul is expired',
    'Presque bon',
    'pas encore validé',
    'je ne sais pas',
    'ok ou non',
    'OUI 1-3',
    'NON 2 périmé le 3',
    'NON 2, expirée le 1er',
    'NON 2 expire au 3',
    'ni oui ni non',
    'Annulez la commande',
    'annuler le billet',
    "merci d'annuler la réservation",
    'annulez la place 2',
    'ne pas annuler',
    "n'annulez pas",
    'annuler ?',
    'annuler ma réponse ?',
    'pouvez-vous annuler ?',
    'cancel the order',
    'annuler, mais oui pour la 2',
    "merci d'annuler ma réponse, la carte est périmée",
    'je me suis trompée',
    'oui, je me suis trompée',
    'NON, je me suis trompée',
    'ANNULER\nNON',
    'Je ne pense pas que ce soit bon',
    'Validé par erreur',
    '~~OK~~',
    'OK\nle spectateur nous a écrit : il renonce',
    'maybe',
    'ok if she shows her card',
    'I will check',
    'approved? not sure',
  ])('%j', (text) => {
    expect(meaningOf(text, THREE)).toMatchObject({ intent: 'unclear', decisions: [] });
  });

  it.each(['', ' ', '\n\n', '.', '- - -'])('finds nothing in %j', (text) => {
    expect(meaningOf(text, THREE).decisions).toEqual([]);
  });

  it('shows what it did not understand', () => {
    expect(meaningOf('OK\nmais vérifiez la date', THREE).notUnderstood).toBe('vérifiez la date');
  });
});

describe('taking back', () => {
  it.each([
    'ANNULER',
    'annuler',
    'Annuler svp',
    'Bonjour,\nannuler\nMerci',
    "j'annule ma réponse",
    'undo',
    'Cancel',
    'cancel my answer',
    'annuler svp, je me suis trompée !',
    'annuler, erreur de ma part',
    "merci d'annuler ma réponse",
    'je me suis trompé, annuler',
    'Je me suis trompée de commande. Merci de bien vouloir annuler.',
    "Bonjour,\n\nJ'ai répondu trop vite, merci d'annuler ma réponse précédente.",
    'Oups, mauvaise commande : annulez s’il vous plaît',
    "ANNULER, j'ai cliqué sur le mauvais message",
    'Ne tenez pas compte de ma réponse précédente, merci de l’annuler.',
    'je voudrais revenir dessus',
    'ANULLER',
    'please undo what I just sent, wrong e-mail',
  ])('%j', (text) => {
    expect(meaningOf(text, THREE)).toEqual({ intent: 'undo', decisions: [] });
  });

  it('takes words about the proof for no regret', () => {
    expect(meaningOf('refusé, erreur de nom', THREE).decisions).toMatchObject([{ decision: 'refuse', reason: 'name-mismatch' }]);
  });

  it('hears a postscript under the signature', () => {
    const reply = { kept: 'OK', signature: 'Cordialement,\nMarie\nPS : finalement non', below: [], forwarded: false, cut: false };
    expect(meaningOfReply(reply, THREE)).toMatchObject({ intent: 'unclear', decisions: [] });
    expect(meaningOfReply({ ...reply, signature: 'Cordialement,\nMarie' }, THREE).intent).toBe('decision');
  });

  it('hears an answer between quoted lines', () => {
    const reply = { kept: 'OK', signature: '', below: ['Non, périmée'], forwarded: false, cut: false };
    expect(meaningOfReply(reply, THREE).intent).toBe('unclear');
  });
});
