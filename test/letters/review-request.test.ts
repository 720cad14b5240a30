import { findToken } from '../../src/replies/token';
import { DISABLED, MARINIERS, ORDER, SOPHIE, withSeats } from '../people';
import { LETTERS, picture, SECRETS } from './drawer';
import { plain, read } from './reading';

const TOKEN = SECRETS.reviewerToken({ order: ORDER.reference, review: 2, reviewer: SOPHIE.id, version: 1 });

function mailtos(links: readonly string[]): readonly string[] {
  return links.filter((link) => link.startsWith('mailto:'));
}

test('Sophie reads who bought what, beside what was received', () => {
  const { subject, text } = read(LETTERS['review-request']('fr'));
  expect(plain(subject)).toBe('Justificatifs à vérifier : Camille Roussel, commande 7K2M-4Q9T');
  const said = plain(text);
  expect(said).toContain('Deux justificatifs à vérifier Camille Roussel, n° de client 10482');
  expect(said).toContain('Commande 7K2M-4Q9T, 5 places, 78,00 € payés le 8 janvier Le Phare d’hiver, samedi 16 janvier 2027 à 20 h 30');
  expect(said).toContain('Réponse attendue avant le vendredi 15 janvier à 20 h 30.');
  expect(said).toContain(
    'Dans la même commande, la place 1 est à plein tarif, la place 2 est acceptée et la place 5 attend encore son justificatif.',
  );
  expect(said).toContain('Place 3, étudiant, 14,00 € Acheté : Léa Roussel Carte d’étudiant ou certificat de scolarité');
  expect(said).toContain('Reçu : PDF de 2 pages, reçu le 10 janvier à 18 h 42');
  expect(said).toContain('Vous aurez 10 minutes pour répondre ANNULER, avant que les billets ne partent.');
  expect(said).toContain('Réf. 7K2M-4Q9T/2');
});

test('each of her buttons is an address that decides by itself', () => {
  const { links } = read(LETTERS['review-request']('fr'));
  const addresses = mailtos(links).map((link) => new URL(link).pathname);
  const verdicts = addresses.map((address) => findToken({ recipients: [[address]], references: [] }, MARINIERS.inboxAddress));
  expect(verdicts.map((found) => found?.token)).toEqual(Array.from({ length: 9 }, () => TOKEN));
  expect(verdicts.map((found) => found?.verdict)).toEqual([
    ...[3, 4].flatMap((seat) =>
      (['approve', 'refuse', 'more-info', 'check-at-door'] as const).map((decision) => ({ seats: [seat], decision })),
    ),
    { seats: 'all', decision: 'approve' },
  ]);
  for (const address of addresses) expect(address.slice(0, address.indexOf('@')).length).toBeLessThanOrEqual(64);
});

test('the mail that a button prepares has a subject that says what it does', () => {
  const { links } = read(LETTERS['review-request']('fr'));
  const subjects = mailtos(links).map((link) => new URL(link).searchParams.get('subject'));
  expect(subjects.slice(0, 4)).toEqual([
    'Accepter la place 3, commande 7K2M-4Q9T',
    'Refuser la place 3, commande 7K2M-4Q9T',
    'Demander une précision pour la place 3, commande 7K2M-4Q9T',
    'À l’entrée, la place 3, commande 7K2M-4Q9T',
  ]);
  expect(subjects.at(-1)).toBe('Tout accepter, commande 7K2M-4Q9T');
});

test('pictures are shown where they are enclosed; without them the desk is one click away', () => {
  const shown = read(LETTERS['review-request']('fr'));
  expect(shown.html).toContain('<img src="cid:place-3@contremarque" alt="Justificatif reçu pour la place 3"');
  const bare = read(LETTERS['review-request']('fr', { attachments: [] }));
  expect(bare.html).not.toContain('<img');
  expect(plain(bare.text)).toContain(
    'Image, reçue le 10 janvier à 18 h 40 Le document ne voyage pas avec ce message. Avant de répondre, il faut le voir au guichet. https://',
  );
});

test('one document for two seats is shown once', () => {
  const proofs = [
    {
      ...ORDER.proofs[1],
      id: 'family',
      seats: [3, 4],
      kind: 'jpeg',
      pages: 1,
      fileName: 'x.jpg',
      bytes: 1,
      receivedAt: ORDER.placedAt,
      replaced: false,
    } as const,
  ];
  const { html, text } = read(LETTERS['review-request']('fr', { order: { ...ORDER, proofs }, attachments: [picture(3)] }));
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(plain(text)).toContain('Reçu : Le même document que pour la place 3');
});

test('of a PDF of sixty pages it says that ten are shown', () => {
  const proofs = ORDER.proofs.map((proof) =>
    proof.seats.includes(3) ? { ...proof, kind: 'pdf' as const, pages: 10, pagesInFile: 60 } : proof,
  );
  const said = (language: 'fr' | 'en') => plain(read(LETTERS['review-request'](language, { order: { ...ORDER, proofs } })).text);
  expect(said('fr')).toContain('PDF de 60 pages, dont seules les 10 premières sont montrées ; reçu le');
  expect(said('en')).toContain('PDF of 60 pages, of which only the first 10 are shown; received on');
});

test('a file that could not be read beside one that could is asked for again', () => {
  const [, known] = ORDER.proofs;
  if (!known) throw new Error('Camille has sent two files.');
  const proofs = ['front', 'back'].map((id) => ({ ...known, id, seats: [3], kind: 'jpeg' as const, pages: 1, replaced: false }));
  const enclosed = { ...picture(3), inline: { id: 'back-3@proof', alt: 'Place 3' } };
  const { html, text } = read(LETTERS['review-request']('fr', { order: { ...ORDER, proofs }, attachments: [enclosed] }));
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(plain(text)).toMatch(/Reçu : Ce fichier ne peut plus être lu chez nous : demandez-le de nouveau.*Image, reçue le/);
});

test('a proof of health is seen at the desk alone, and its tariff is not named', () => {
  const order = withSeats(ORDER, { 3: { tariff: DISABLED } });
  const { html, text, subject } = read(LETTERS['review-request']('fr', { order }));
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(plain(text)).toContain(
    'Place 3, tarif réduit, 14,00 € Acheté : Léa Roussel Reçu : Ce justificatif se consulte et se décide au guichet : voir au guichet.',
  );
  expect(`${subject} ${html} ${text}`).not.toMatch(/handicap|mobilité inclusion/i);
});

test('a proof of health has no button that would decide unseen, alone or with all', () => {
  const order = withSeats(ORDER, { 3: { tariff: DISABLED } });
  const { text, links } = read(LETTERS['review-request']('fr', { order }));
  const verbs = mailtos(links).map((href) => /-(oui|non|plus|porte)(\d*)@/.exec(href)?.slice(1).join(''));
  expect(verbs).toEqual(['porte3', 'oui4', 'non4', 'plus4', 'porte4']);
  expect(text).not.toContain('Tout accepter');
  expect(text).not.toContain('OUI 3');
  const alone = read(LETTERS['review-request']('fr', { order: withSeats(order, { 4: { proof: 'approved' } }) }));
  expect(alone.text).not.toContain('OUI');
  expect(plain(alone.text)).toContain('Ce bouton prépare un e-mail déjà adressé');
  expect(plain(alone.text)).toContain('Pour accepter ou refuser, ouvrez le dossier au guichet.');
  expect(plain(alone.text)).not.toContain('avec un mot si vous refusez');
});

test('a single proof is asked about in the singular, with four written forms', () => {
  const order = withSeats(ORDER, { 4: { proof: 'approved' } });
  const { subject, text } = read(LETTERS['review-request']('fr', { order, attachments: [] }));
  expect(plain(subject)).toBe('Justificatif à vérifier : Camille Roussel, commande 7K2M-4Q9T');
  expect(plain(text)).toContain('Un justificatif à vérifier');
  expect(text).not.toContain('Tout accepter');
  expect(plain(text)).toContain('OUI : tout est accepté NON 3 périmé : refusée');
});

test('where nothing can be taken back, nothing is promised', () => {
  const venue = { ...MARINIERS, policy: { ...MARINIERS.policy, undoMs: 0 } };
  expect(read(LETTERS['review-request']('fr', { order: { ...ORDER, venue } })).text).not.toContain('ANNULER');
});

test('an inbox whose name leaves no room for a secret is a fault', () => {
  const venue = { ...MARINIERS, inboxAddress: 'les-justificatifs-de-la-billetterie@theatre-des-mariniers.example' };
  expect(() => read(LETTERS['review-request']('fr', { order: { ...ORDER, venue } }))).toThrow('leaves no room');
});

test('the nudge asks the same question again, with the same addresses', () => {
  const first = read(LETTERS['review-request']('fr'));
  const again = read(LETTERS.nudge('fr', { attachments: [picture(3), picture(4)] }));
  expect(plain(again.subject)).toBe('Justificatifs en attente : Camille Roussel, commande 7K2M-4Q9T');
  expect(plain(again.text)).toContain('Personne n’a encore répondu, depuis le 10 janvier à 18 h 52.');
  expect(mailtos(again.links)).toEqual(mailtos(first.links));
});
