import { EXPLANATIONS } from '../../src/letters/venue/explanation-words';
import { DISABLED, KARIM, ORDER, SOPHIE, withSeats } from '../people';
import { replyForms } from '../../src/letters/wording/reply-forms';
import { meaningOf } from '../../src/replies/grammar';
import { composeLetter } from '../../src/letters/compose-letter';
import { LETTERS, SECRETS, SETTINGS } from './drawer';
import { plain, read } from './reading';

const MAIL = { subject: 'Re: Justificatifs', messageId: 'reply-1@theatre-des-mariniers.example', verdict: 'unclear' };
const ACCEPTED = {
  by: { role: 'reviewer', id: KARIM.id },
  byName: KARIM.name,
  door: 'mail',
  at: '2027-01-11T16:12:00.000Z',
  decisions: [{ seat: 4, kind: 'approve' }],
} as const;

test('the echo says what was understood and until when it can be taken back', () => {
  const said = plain(read(LETTERS.echo('fr')).text);
  expect(said).toContain('Compris : place 4 acceptée, place 3 refusée (périmé)');
  expect(said).toContain('Le billet part à 17 h 34. Répondez ANNULER avant cette heure pour revenir dessus.');
  expect(said).toContain('Répondu par Karim Benali, par e-mail, à 17 h 24.');
});

test('the echo names the places of the same answer that somebody else had decided before', () => {
  const earlier = { ...ACCEPTED, decisions: [{ seat: 2, kind: 'approve' }] } as const;
  const sophie = { ...earlier, by: { role: 'reviewer', id: SOPHIE.id }, byName: 'Sophie Marchand' } as const;
  const said = plain(read(LETTERS.echo('fr', { earlier: [sophie] })).text);
  expect(said).toContain('Sophie Marchand a déjà répondu pour la place 2, à 17 h 12 : acceptée. Votre réponse n’y a rien changé.');
  // Nobody is told their own name.
  const own = plain(read(LETTERS.echo('fr', { earlier: [earlier] })).text);
  expect(own).toContain('Vous avez déjà répondu pour la place 2, à 17 h 12 : acceptée.');
});

test('the echo names the place whose proof only the desk shows, and was not decided unseen', () => {
  const about = { command: 'c', unseen: [4] };
  expect(plain(read(LETTERS.echo('fr', { about })).text)).toContain(
    'La place 4 attend encore : son justificatif ne se consulte qu’au guichet. Ouvrez-le, puis répondez.',
  );
});

test('an answer about a proof that was not in the letter says which, and where it is looked at', () => {
  const { subject, text } = read(LETTERS.answer('fr', { about: { mail: 7, unseen: [2, 4] }, mail: { ...MAIL, verdict: 'unseen' } }));
  expect(plain(subject)).toContain('À ouvrir au guichet');
  expect(plain(text)).toContain(
    'Le justificatif de la place 4 n’était pas dans notre message : il se consulte au guichet. Rien n’a changé.',
  );
});

test('the echo names no reason that nobody gave, and the places that still wait', () => {
  const decision = { ...ACCEPTED, decisions: [{ seat: 4, kind: 'refuse', reason: 'insufficient' }] } as const;
  const said = plain(read(LETTERS.echo('fr', { decision })).text);
  expect(said).toContain('Compris : place 4 refusée (sans précision)');
  expect(said).toContain('La place 3 attend encore une réponse.');
  expect(plain(read(LETTERS.echo('fr')).text)).not.toContain('attend encore une réponse');
  expect(plain(read(LETTERS.echo('en', { decision })).text)).toContain('Ticket 3 still waits for an answer.');
});

test('an echo that brings no secret back sends to the desk instead', () => {
  const said = plain(read(LETTERS.echo('fr', { reviewer: undefined })).text);
  expect(said).not.toContain('ANNULER');
  expect(said).toContain('Avant cette heure, on peut revenir dessus au guichet.');
});

test('an echo without an undo window says that all has left, with the words for the spectator', () => {
  const decision = {
    ...ACCEPTED,
    decisions: [
      { seat: 3, kind: 'more-info', note: 'Et le verso ?' },
      { seat: 4, kind: 'check-at-door' },
    ],
  } as const;
  const said = plain(read(LETTERS.echo('fr', { decision })).text);
  expect(said).toContain('Compris : une précision demandée pour la place 3, place 4 à vérifier à l’entrée Le billet part aussitôt.');
  expect(said).toContain('Avec ces mots pour le spectateur : place 3 : Et le verso ?');
});

test.each(['fr', 'en'] as const)('what the letters in %s tell people to write is understood', (language) => {
  const forms = replyForms([3, 4], language, []);
  const written =
    forms.kind === 'forms'
      ? forms.rows.map(({ form }) => meaningOf(form, [3, 4]).decisions.map(({ seats, decision }) => [seats, decision]))
      : [];
  expect(written).toEqual([[['all', 'approve']], [[[4], 'approve']], [[[3], 'refuse']], [[[3], 'more-info']], [[[3], 'check-at-door']]]);
  expect(meaningOf(language === 'fr' ? 'ANNULER' : 'CANCEL').intent).toBe('undo');
});

test.each([
  ['fr', ['illisible', 'nom différent', 'page manquante', 'sans date', 'mauvais document']],
  ['en', ['unreadable', 'wrong name', 'page missing', 'no date', 'wrong document']],
] as const)('every reason that the letters in %s suggest is one', (language, reasons) => {
  const forms = replyForms([3, 4], language, []);
  const meant = reasons.map((reason) => meaningOf(`${language === 'fr' ? 'NON' : 'NO'} 3 ${reason}`, [3, 4]).decisions[0]?.reason);
  expect(JSON.stringify(forms)).toContain(reasons.join(', '));
  expect(meant).toEqual(['unreadable', 'name-mismatch', 'missing-page', 'date-missing', 'wrong-type']);
});

test('seats with the same answer are told together', () => {
  const decision = {
    ...ACCEPTED,
    decisions: [
      { seat: 3, kind: 'approve' },
      { seat: 4, kind: 'approve' },
    ],
  } as const;
  expect(plain(read(LETTERS.echo('fr', { decision })).text)).toContain('Compris : places 3 et 4 acceptées');
});

test('nobody is told of their own answer as if it were somebody else’s', () => {
  const order = withSeats(ORDER, { 4: { proof: 'approved' } });
  const own = { ...ACCEPTED, by: { role: 'reviewer', id: SOPHIE.id }, byName: SOPHIE.name, settlesAt: '2027-01-11T16:22:00.000Z' } as const;
  const mail = { ...MAIL, verdict: 'already-decided', receivedAt: '2027-01-11T16:15:00.000Z' };
  const about = { mail: 7, review: 2, reviewer: SOPHIE.id };
  const told = plain(read(LETTERS.answer('fr', { about, order, mail, earlier: [own] })).text);
  expect(told).toContain('Vous avez déjà répondu pour la place 4, à 17 h 12 : acceptée. Votre réponse n’a rien changé.');
  expect(told).toContain('Jusqu’à 17 h 22, vous pouvez encore répondre ANNULER.');
  expect(told).not.toContain(`${SOPHIE.name} a déjà répondu`);
});

test('an answer that was not understood says that the one before it still stands, and until when', () => {
  const own = { ...ACCEPTED, by: { role: 'reviewer', id: SOPHIE.id }, byName: SOPHIE.name, settlesAt: '2027-01-11T16:27:00.000Z' } as const;
  const mail = { ...MAIL, receivedAt: '2027-01-11T16:20:00.000Z' };
  const about = { mail: 7, review: 2, reviewer: SOPHIE.id };
  const stands =
    'Votre réponse précédente tient toujours : le billet part à 17 h 27. Répondez ANNULER avant cette heure pour revenir dessus.';
  expect(plain(read(LETTERS.answer('fr', { about, mail, earlier: [own] })).text)).toContain(stands);
  const refused = { ...own, decisions: [{ seat: 4, kind: 'refuse', reason: 'unreadable' }] } as const;
  expect(plain(read(LETTERS.answer('fr', { about, mail, earlier: [refused] })).text)).toContain('notre réponse part à 17 h 27.');
  const late = { ...mail, receivedAt: '2027-01-11T16:28:00.000Z' };
  expect(plain(read(LETTERS.answer('fr', { about, mail: late, earlier: [own] })).text)).not.toContain('tient toujours');
  expect(plain(read(LETTERS.answer('fr', { about, mail, earlier: [ACCEPTED] })).text)).not.toContain('tient toujours');
});

test('no example names a seat whose proof is decided at the desk alone', () => {
  const seen = withSeats(ORDER, { 3: { tariff: DISABLED } });
  const said = plain(read(LETTERS.answer('fr', { order: seen })).text);
  expect(said).toContain('NON 4 illisible');
  expect(said).not.toMatch(/(?:NON|PLUS|PORTE) 3/);
  const none = plain(read(LETTERS.answer('fr', { order: withSeats(seen, { 4: { tariff: DISABLED } }) })).text);
  expect(none).toContain('Rien n’a changé. Ce qui attend encore une décision se consulte et se décide au guichet.');
  expect(none).not.toMatch(/NON \d/);
});

test('OUI means in the answer what it means in the request: what is decided at the desk alone is not accepted by it', () => {
  const order = withSeats(ORDER, { 3: { proof: 'under-review' }, 4: { proof: 'under-review', tariff: DISABLED } });
  const means = 'OUI : la place 3 est acceptée ; la place 4 se décide au guichet';
  for (const kind of ['review-request', 'answer'] as const) {
    const said = plain(read(LETTERS[kind]('fr', { order, about: { mail: 7, review: 2, reviewer: 1, seats: [3, 4] } })).text);
    expect(said).toContain(means);
    expect(said).not.toContain('tout est accepté');
  }
});

test('too late to take back a refusal: no ticket is spoken of, but what the spectator can still do', () => {
  const mail = { ...MAIL, verdict: 'nothing-to-undo', receivedAt: '2027-01-11T18:00:00.000Z' };
  const about = { mail: 7, review: 2, reviewer: KARIM.id };
  const refused = { ...ACCEPTED, decisions: [{ seat: 3, kind: 'refuse', reason: 'unreadable' }] } as const;
  const late = (proof: 'refused' | 'refused-final' | 'upgraded', earlier = [refused]) =>
    plain(read(LETTERS.answer('fr', { about, mail, earlier, order: withSeats(ORDER, { 3: { proof } }) })).text);
  expect(late('refused')).toContain(
    'Votre réponse n’a rien changé. Pour la place 3, le spectateur peut encore envoyer un autre justificatif, régler la différence avec le plein tarif ou présenter un justificatif à l’accueil.',
  );
  expect(late('refused-final')).toContain(
    'Pour la place 3, le spectateur peut encore régler la différence avec le plein tarif ou présenter',
  );
  for (const proof of ['refused', 'refused-final', 'upgraded'] as const) expect(late(proof)).not.toMatch(/[Bb]illet parti/);
  const accepted = plain(read(LETTERS.answer('fr', { about, mail, earlier: [ACCEPTED] })).text);
  expect(accepted).toContain('Un billet parti ne se reprend pas au guichet');
  const none = read(LETTERS.answer('fr', { about, mail, earlier: [] })).text;
  expect(plain(none)).toContain('Aucune de vos réponses ne peut plus être reprise. Ce message n’a rien changé.');
  expect(plain(none)).not.toMatch(/est parti|[Bb]illet parti/);
});

test('an answer that was not understood is quoted, with forms for the seats at hand', () => {
  const said = plain(read(LETTERS.answer('fr')).text);
  expect(said).toContain(
    'Nous n’avons pas su lire votre réponse Rien n’a changé. Écrivez par exemple OUI, NON 3 illisible, PLUS 4 le verso ou PORTE 3.',
  );
  expect(said).toContain('« oui mais il manque le nom »');
  expect(said).toContain('PORTE 3 : à vérifier à l’entrée');
});

test('whoever passed our letter on is told so, not that the answer could not be read', () => {
  const told = plain(read(LETTERS.answer('fr', { mail: { ...MAIL, verdict: 'forwarded', notUnderstood: undefined } })).text);
  expect(told).toContain('Un message transféré ne décide rien');
  expect(told).toContain('Ouvrez notre message, choisissez « Répondre », et écrivez par exemple OUI, NON 3 illisible');
  expect(told).not.toContain('lire votre réponse');
});

test('whoever is asked no more reads that, and whom to ask', () => {
  const { subject, text } = read(LETTERS.answer('fr', { mail: { ...MAIL, verdict: 'retired' } }));
  expect(plain(subject)).toContain('Adresse qui ne vérifie plus');
  expect(plain(text)).toContain(`Une erreur ? Écrivez à ${ORDER.venue.email}.`);
  expect(plain(text)).not.toMatch(/délai|trop tard/i);
});

test('an answer about a proof that was withdrawn says so, and no decision is told', () => {
  const order = withSeats(ORDER, { 3: { proof: 'awaiting-proof' } });
  const about = { mail: 7, late: [3] };
  const { subject, text } = read(LETTERS.answer('fr', { about, order, mail: { ...MAIL, verdict: 'already-decided' } }));
  expect(plain(subject)).toContain('Justificatif retiré');
  expect(plain(text)).toContain('Le justificatif de la place 3 a été retiré : il n’y a rien à accepter ni à refuser.');
  expect(plain(text)).not.toContain('décision était déjà prise');
});

test('an answer about a proof whose seat has passed to the full tariff says so, and no decision is told', () => {
  const order = withSeats(ORDER, { 3: { proof: 'upgraded' } });
  const about = { mail: 7, late: [3] };
  const { subject, text } = read(LETTERS.answer('fr', { about, order, mail: { ...MAIL, verdict: 'already-decided' } }));
  expect(plain(subject)).toContain('Différence réglée');
  expect(plain(text)).toContain(
    'La différence de la place 3 a été réglée : son justificatif n’est plus à vérifier. Votre réponse n’a rien changé.',
  );
  expect(plain(text)).not.toContain('décision était déjà prise');
});

test('who came too late hears who was first', () => {
  const order = withSeats(ORDER, { 4: { proof: 'approved' } });
  const mail = { ...MAIL, verdict: 'already-decided' };
  const told = plain(read(LETTERS.answer('fr', { order, mail, earlier: [ACCEPTED] })).text);
  expect(told).toContain('Karim Benali a déjà répondu pour la place 4, à 17 h 12 : acceptée. Votre réponse n’a rien changé.');
  const days = { ...ACCEPTED, at: '2027-01-09T09:00:00.000Z', decisions: [{ seat: 2, kind: 'refuse', reason: 'unreadable' }] } as const;
  const open = { ...mail, receivedAt: '2027-01-11T16:15:00.000Z' };
  const both = LETTERS.answer('fr', { order, mail: open, earlier: [days, { ...ACCEPTED, settlesAt: '2027-01-11T16:22:00.000Z' }] });
  expect(plain(read(both).text)).toContain(
    'Karim Benali a déjà répondu pour la place 2, le 9 janvier à 10 h : refusée (illisible). Karim Benali a déjà répondu pour la place 4, à 17 h 12 : acceptée. Votre réponse n’a rien changé. Jusqu’à 17 h 22, Karim Benali peut encore répondre ANNULER, et le guichet aussi peut revenir dessus.',
  );
  const unnamed = plain(read(LETTERS.answer('fr', { order, mail })).text);
  expect(unnamed).toContain('Les places 2 et 4 sont acceptées');
});

test.each(Object.keys(EXPLANATIONS))('%s is explained in both languages, with or without an order', (verdict) => {
  for (const language of ['fr', 'en'] as const) {
    const mail = { ...MAIL, verdict };
    const known = read(LETTERS.answer(language, { mail }));
    const unknown = read(LETTERS.answer(language, { mail, order: undefined, reviewer: undefined }));
    expect(known.subject).toContain('7K2M-4Q9T');
    expect(unknown.text).toContain('/guichet/courriers');
    expect(unknown.text).not.toContain('7K2M');
  }
});

test('whoever answers in a reviewer’s place is not handed that reviewer’s secret', () => {
  const token = SECRETS.reviewerToken({ order: ORDER.reference, review: 2, reviewer: SOPHIE.id, version: 1 });
  const { facts } = LETTERS.answer('fr', {
    mail: { ...MAIL, verdict: 'sender-mismatch' },
    recipient: { address: 'inconnu@courriel.example' },
  });
  expect(JSON.stringify(composeLetter(facts, [], SETTINGS))).not.toContain(token);
  expect(JSON.stringify(composeLetter(LETTERS.answer('fr').facts, [], SETTINGS))).toContain(token);
});

test('a verdict that nobody foresaw is still answered', () => {
  expect(plain(read(LETTERS.answer('fr', { mail: { ...MAIL, verdict: 'full-moon' } })).text)).toContain('Votre réponse n’a rien changé');
});

test('a taken back decision is told, and that nothing has left', () => {
  const said = plain(read(LETTERS.undone('fr')).text);
  expect(said).toContain(
    'La décision est annulée Rien n’est parti, ni billet ni réponse au spectateur. Elle disait : place 4 acceptée, place 3 refusée (périmé).',
  );
});

test('the secret of one reviewer and one review stands in no other letter', () => {
  const token = SECRETS.reviewerToken({ order: ORDER.reference, review: 2, reviewer: SOPHIE.id, version: 1 });
  for (const kind of ['escalation', 'undone', 'refund-to-do', 'refusal', 'confirmation'] as const) {
    const { text, html } = read(LETTERS[kind]('fr'));
    expect(`${text}${html}`).not.toContain(token);
  }
});
