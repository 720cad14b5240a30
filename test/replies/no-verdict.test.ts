import { understand } from '../../src/replies/understand';
import { judge } from '../../src/replies/judge';

const meaning = (text: string) => understand({ subject: '', text, attachments: [] }, [1, 2, 3]).meaning;

describe('the reviewer’s own trouble with the mail', () => {
  it.each([
    'je ne vois pas la pièce jointe',
    'Bonjour,\n\nJe n’arrive pas à ouvrir la pièce jointe.',
    'illisible sur mon téléphone',
    'Je ne vois rien du tout',
    'La pièce jointe est manquante',
    'Il n’y a pas de pièce jointe',
    'je n’ai pas reçu la pj',
    'je n’ai rien reçu',
    'impossible d’ouvrir le fichier',
    'le fichier ne s’ouvre pas',
    'La photo ne s’affiche pas chez moi',
    'le lien ne marche pas',
    'I can’t open the attachment',
    'attachment missing',
    'I see nothing',
    'trop petit sur mon téléphone',
    'le PDF est corrompu',
    'on n’arrive pas à ouvrir le PDF',
    'vous avez oublié la pièce jointe',
    'je ne vois aucune pièce jointe',
    'Kann den Anhang nicht öffnen',
    'Non, je ne vois pas la pièce jointe',
    'OK 1, mais je ne vois pas la pièce de la 2',
  ])('%j asks for help', (text) => {
    expect(meaning(text)).toMatchObject({ intent: 'unclear', decisions: [], noVerdict: 'cannot-see' });
  });

  it.each([
    ['je ne vois pas la date', 'refuse'],
    ['NON 2 illisible', 'refuse'],
    ['Refusé, je n’arrive pas à ouvrir le fichier', 'refuse'],
    ['on n’arrive pas à lire', 'refuse'],
    ['photo floue', 'refuse'],
    ['NON 2 je n’arrive pas à ouvrir', 'refuse'],
    ['Refusé, le certificat donne un diagnostic', 'refuse'],
  ])('%j is about the proof', (text, decision) => {
    expect(meaning(text).decisions).toMatchObject([{ decision }]);
  });

  it('gets a verdict of its own, and no button of the letter overrules it', () => {
    const byAddress = { seats: 'all', decision: 'refuse' } as const;
    const verdict = judge({
      machine: null,
      sender: { kind: 'address', address: 'camille@mairie.example', domain: 'mairie.example' },
      authentication: { result: 'pass', why: '' },
      token: { kind: 'unchecked' },
      meaning: meaning('je ne vois pas la pièce jointe'),
      byAddress,
    });
    expect(verdict).toMatchObject({ code: 'cannot-see', answer: true });
  });
});

describe('the words of mail servers, without their headers', () => {
  it.each([
    'rejeté : boîte pleine',
    'refused, please try later',
    'Invalid recipient',
    'refusé par le serveur',
    'denied [192.0.2.1] (in reply to RCPT TO command)',
    'reject reason: Mailbox full',
    'Refused: 550 5.1.1 user unknown',
    'rejeté : destinataire inconnu',
    'refused: over quota',
    'rejected by remote host',
    '554 5.7.1 rejected',
    'message rejeté : quota dépassé',
    'refused: temporarily deferred',
  ])('%j refuses nobody', (text) => {
    expect(meaning(text)).toMatchObject({ intent: 'unclear', decisions: [] });
  });
});

describe('signs that were lost on the way', () => {
  it.each(['NON \n\uFFFD périmé', 'NON \uFFFD périmé', 'NON n\uFFFD2 périmé', 'OUI 1,\uFFFD', 'OUI \uFFFD la 3', 'NON 2 p\uFFFDrim\uFFFD'])(
    '%j decides nothing',
    (text) => {
      expect(meaning(text)).toMatchObject({ intent: 'unclear', decisions: [], noVerdict: 'damaged' });
    },
  );
});

describe('words that look like an answer', () => {
  it.each(['and more', 'Plus ! Découvrez nos offres', 'ok merci bien reçu', 'Oui pour 1-3'])('%j is none', (text) => {
    expect(meaning(text)).toMatchObject({ intent: 'unclear', decisions: [] });
  });

  it('takes 1-2 for two seats', () => {
    expect(meaning('Oui pour 1-2, non pour 3 (périmé)').decisions).toEqual([
      { seats: [1, 2], decision: 'approve' },
      { seats: [3], decision: 'refuse', reason: 'expired-document', words: 'périmé' },
    ]);
  });
});
