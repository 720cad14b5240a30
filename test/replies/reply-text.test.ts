import { replyText } from '../../src/replies/reply-text';

describe('the kept text', () => {
  it('never holds quoted text, and says what stands between quoted lines', () => {
    const reply = replyText('OK\n\nLe 29/09/2026 à 08:43, Billetterie a écrit :\n> Place 1\nNon, périmée\n> Place 2\n');
    expect(reply).toMatchObject({ kept: 'OK', below: ['Non, périmée'], forwarded: false });
  });

  it('keeps a sentence that only begins as a header does', () => {
    const sentence = 'OK\nLe spectateur nous a écrit\nLe lundi, le client a écrit :';
    expect(replyText(sentence).kept).toBe(sentence);
    expect(replyText('De : notre équipe, nous avons réactivé le compte').kept).not.toBe('');
    expect(replyText('Le 3 septembre, j’ai écrit :\nOK').kept).not.toBe('');
  });

  it('sets the signature apart, for a postscript may stand under it', () => {
    expect(replyText('OK\n\nCordialement,\nMarie\nPS : non')).toMatchObject({ kept: 'OK', signature: 'Cordialement,\nMarie\nPS : non' });
    expect(replyText('OK\n-- \nMarie')).toMatchObject({ kept: 'OK', signature: '--\nMarie' });
    expect(replyText('OK\nEnvoyé par erreur').kept).toBe('OK\nEnvoyé par erreur');
  });

  it.each([
    'Envoyé de mon iPhone',
    'Envoyé à partir de mon iPhone',
    'Envoyé depuis mon mobile Huawei',
    'Envoyé à partir de Outlook pour iOS<https://aka.example/o0ukef>',
    'Télécharger Outlook pour iOS',
    'Obtenir Outlook pour Android',
    'Envoyé à partir de Courrier pour Windows (10)',
    'Envoyé depuis Yahoo Mail',
    'Envoyé sans fil par mon terminal mobile BlackBerry sur le réseau de Bell.',
    'Provenance : Courrier pour Windows 10',
    'Envoyé depuis l’application Mail Orange',
    'Envoyé de mon Galaxy',
    'Garanti sans virus. www.antivirus.example',
    'Sent from my iPhone',
    'Get Outlook for iOS',
    'Cordialement',
    'Bien cordialement,',
    'Très cordialement',
    'Bien à vous',
    'Salutations',
    'Cdt',
    'Bises',
    '--',
    'Ce message et ses pièces jointes sont confidentiels et destinés à leur seul destinataire.',
  ])('ends before « %s »', (footer) => {
    expect(replyText(`Validé\n\n${footer}\n`).kept).toBe('Validé');
  });

  it('is bounded, whatever comes', () => {
    expect(replyText('a'.repeat(100_000)).kept.length).toBeLessThanOrEqual(1_000);
    expect(replyText('ligne\n'.repeat(50_000))).toMatchObject({ cut: true });
    expect(replyText(`OK${'\n'.repeat(10_000)}`)).toMatchObject({ kept: 'OK', cut: false });
    for (const hostile of ['Le '.repeat(20_000), '-'.repeat(50_000), ' '.repeat(50_000), 'De : '.repeat(20_000), '>'.repeat(50_000)]) {
      expect(replyText(hostile).kept.length).toBeLessThan(17_000);
    }
  });

  it('takes the earlier of the HTML mark and the text’s own', () => {
    expect(replyText('OK\n\nde qui de droit\n\nPlace 1', { aboveQuote: 'OK\n' }).kept).toBe('OK');
  });
});

describe('a letter about many seats is long when it is quoted', () => {
  const quoted = Array.from({ length: 300 }, (_, line) => `> Place ${line}, étudiant, 14,00 €`);
  const header = 'Le 24/11/2026 à 11:12, Théâtre des Mariniers a écrit :';

  test('the answer above it is read', () => {
    expect(replyText(['OUI', '', header, ...quoted].join('\n'))).toMatchObject({ kept: 'OUI', cut: false });
  });

  test('an answer between its last lines is not overlooked', () => {
    const between = [...quoted.slice(0, 280), 'NON 12 illisible', ...quoted.slice(280)];
    expect(replyText(['OUI', '', header, ...between].join('\n')).cut).toBe(true);
  });

  test('a long text of one’s own is never read in part', () => {
    expect(replyText(Array.from({ length: 300 }, (_, line) => `ligne ${line}`).join('\n')).cut).toBe(true);
  });
});
