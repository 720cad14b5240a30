import { understand } from '../../src/replies/understand';

const SECRET = 'validation+abcdefghijklmnopqrstuvwxyz234567@theatre-des-remparts.example';
const HOUSE = 'Théâtre des Remparts';
const QUOTED = '> Répondez OUI, ou NON 2 périmé.\n> OUI';

function read(text: string) {
  const { kept, meaning } = understand({ subject: '', text, attachments: [], recipients: [[SECRET]] }, [1, 2, 3]);
  return { kept, intent: meaning.intent, decisions: meaning.decisions };
}
const approved = { kept: 'OUI', intent: 'decision', decisions: [{ seats: 'all', decision: 'approve' }] };
const refused = {
  kept: 'NON 2 périmé',
  intent: 'decision',
  decisions: [{ seats: [2], decision: 'refuse', reason: 'expired-document', words: 'périmé' }],
};

describe('the header of a quotation, in whatever language', () => {
  it.each([
    `${HOUSE} <${SECRET}> a écrit :`,
    `${HOUSE}\n<${SECRET}> a écrit :`,
    `${HOUSE} <${SECRET}> a écrit le lun. 2 nov. 2026 à 08:43 :`,
    `Le 02/11/2026 à 08:43, ${HOUSE} a écrit :`,
    `El dl., 2 nov. 2026, 8:43, ${HOUSE} <${SECRET}> va escriure:`,
    `Am Mo., 2. Nov. 2026 um 08:43 Uhr schrieb ${HOUSE} <\n${SECRET}>:`,
    `Op 02-11-2026 om 08:43 schreef ${HOUSE}:`,
    `El 2/11/26 a las 8:43, ${HOUSE} escribió:`,
    `Em seg., 2 de nov. de 2026 às 08:43, ${HOUSE} <${SECRET}> escreveu:`,
    `W dniu 02.11.2026 o 08:43, ${HOUSE} pisze:`,
    `Den 2.11.2026 kl. 08.43 skrev ${HOUSE}:`,
    `---- On Mon, 02 Nov 2026 08:43:00 +0100 ${HOUSE} <${SECRET}> wrote ----`,
    `2026년 11월 2일 (월) 오전 8:43, ${HOUSE} <${SECRET}>님이 작성:`,
    `${HOUSE} <${SECRET}>, 2 Kas 2026 Pzt, 08:43 tarihinde şunu yazdı:`,
    `Στις Δευ 2 Νοε 2026 στις 8:43 π.μ., ο χρήστης ${HOUSE} <${SECRET}> έγραψε:`,
    `Quoting ${HOUSE} <${SECRET}>:`,
    // The secret alone tells, in words of no language that we know.
    `${HOUSE} (${SECRET})`,
  ])('%j', (header) => {
    expect(read(`OUI\n\n${header}\n\n${QUOTED}`)).toEqual(approved);
    expect(read(`NON 2 périmé\n\n${header}\n${QUOTED}`)).toEqual(refused);
  });

  it.each([
    ['Da', 'Inviato', 'A', 'Oggetto'],
    ['De', 'Enviat', 'Per a', 'Assumpte'],
    ['De la', 'Trimis', 'Către', 'Subiect'],
    ['差出人', '送信日時', '宛先', '件名'],
    ['Kimden', 'Gönderildi', 'Kime', 'Konu'],
    ['Eus', 'Kaset', 'Da', 'Danvez'],
  ])('a block of %s, %s, %s and %s', (from, sent, to, subject) => {
    const block = `*${from} :* ${HOUSE} <${SECRET}>\n*${sent} :* 2/11/2026 08:43\n*${to} :* Camille\n*${subject} :* Justificatifs`;
    expect(read(`OUI\n\n${block}\n\nRépondez OUI ou NON`)).toEqual(approved);
  });

  it.each([
    'OUI\nmais pas celle que Léa a envoyée :\n> Place 3',
    'OUI\nsauf la 3, reçue le 02/11/2026 à 08:43 :\n> Place 3',
    'OUI\n\nPour Léa <lea@roussel.example> :\nattendre',
  ])('the writer’s own line above a quoted one is none: %j', (text) => {
    expect(read(text).intent).toBe('unclear');
  });
});

describe('footers of programs and houses', () => {
  it.each([
    'Envoyé avec FairEmail',
    'Obtenez BlueMail pour Android',
    'Envoyé avec Infomaniak Mail',
    'Envoyé avec la messagerie sécurisée Proton Mail.',
    'Sent with Proton Mail secure email.',
    'Von meinem Samsung Galaxy Smartphone gesendet.',
    'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
    'Gesendet mit der GMX Mail App',
    'Enviado do meu iPhone',
    'Inviato dal mio iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Sendt fra min iPhone',
    'Lähetetty iPhonesta',
    'Wysłane z iPhone’a',
    'Odesláno z iPhonu',
    'Отправлено с iPhone',
    'Trimis de pe iPhone',
    'Enviat des del meu iPhone',
    'iPhone’umdan gönderildi',
    'iPhoneから送信',
    '发自我的iPhone',
    'Cet e-mail a été envoyé depuis mon appareil Android avec K-9 Mail. Veuillez excuser ma brièveté.',
    'Please excuse my brevity.',
    'Envoyé depuis mon smartphone Orange',
    'Envoyé depuis Workspace ONE Boxer',
    'Envoyé depuis eM Client',
    'Outlook für iOS beschaffen',
    'Obtener Outlook para iOS',
    'Sent from Mail for Windows',
    'Téléchargez l’application Yahoo Mail',
    'C1 - Interne',
    '[C2 – Usage restreint]',
    'Sensibilité : Public',
    'TLP:AMBER',
    'This email and any files transmitted with it are confidential.',
    'Diese E-Mail enthält vertrauliche Informationen.',
    'Le contenu de ce courriel n’engage que son auteur.',
    'Suivez-nous sur Facebook et Instagram',
    'Facebook | Instagram | LinkedIn',
    'N° licence : 1-123456 / 2-123457',
    'Adoptons l’éco-attitude : n’imprimez ce courriel que si nécessaire',
    'Libre de virus. www.avast.com',
  ])('%j is never told, and makes no answer unclear', (footer) => {
    for (const between of ['\n\n', '\n']) {
      expect(read(`OUI${between}${footer}`)).toEqual(approved);
      expect(read(`NON 2 périmé${between}${footer}`)).toEqual(refused);
    }
  });

  it.each([
    'OUI\nEnvoyé par erreur',
    'OUI\nEnvoyé avec la mauvaise carte',
    'OUI\n\nle document de la 3 a été envoyé par le client',
    'OUI\nInterne : attendre',
    'OUI\nEnvoyé par Léo, à revoir',
  ])('the writer’s own sentence is none: %j', (text) => {
    expect(read(text).intent).toBe('unclear');
  });
});

describe('what a mail host writes above the answer', () => {
  it.each([
    'EXTERNAL EMAIL: Do not click any links or open any attachments unless you trust the sender.',
    "You don't often get email from claire@x.example. Learn why this is important<https://aka.ms/LearnAboutSenderIdentification>",
    'Certaines personnes qui ont reçu ce message ne reçoivent pas souvent de courriers de claire@x.example. Découvrez pourquoi cela est important.',
    '*** Message externe ***',
    'Ce message provient d’un expéditeur externe. Soyez vigilant avec les liens et pièces jointes.',
    'Expéditeur externe',
    'Warning: external sender',
    'Courriel externe : n’ouvrez pas les pièces jointes d’un expéditeur inconnu',
    'Achtung: Diese E-Mail kommt von extern. Klicken Sie nicht auf Links.',
    'Classification : Interne',
    'ATTENTION : Cet e-mail provient de l’extérieur de l’organisation. Ne cliquez pas sur les\nliens et n’ouvrez pas les pièces jointes si vous ne connaissez pas l’expéditeur.',
    '⚠ Externe',
    'Attention ! Ce message a été envoyé par un expéditeur extérieur non vérifié.',
    'L’expéditeur de ce message est externe à votre organisation.',
    'p.MsoNormal{margin:0cm;font-size:11.0pt}\n@media print{p{margin:0}}',
    '<!--\n/* Font Definitions */\n@font-face\n\t{font-family:"Cambria Math";\n\tpanose-1:2 4 5 3 5 4 6 3 2 4;}\n-->',
  ])('%j', (above) => {
    expect(read(`${above}\n\nOUI`)).toEqual(approved);
    expect(read(`${above}\nNON 2 périmé`)).toEqual(refused);
  });

  it.each([
    'Attention document externe\n\nOUI',
    'ATTENTION : seulement la 1\n\nOUI',
    'Attention : le mail de la 3 vient d’un expéditeur externe\nOUI',
    'Attention mail reçu de l’extérieur, je ne valide que Léa\n\nOUI',
  ])('what the writer warns of stays: %j', (text) => {
    expect(read(text).intent).toBe('unclear');
  });
});

describe('reactions of mail clients', () => {
  it.each([
    '👍 Camille Berthier a réagi à votre message :',
    'Camille Berthier reacted to your message:',
    '👍\n\nCamille reacted via Gmail',
    'Camille Berthier hat über Gmail reagiert',
    'Liked “Justificatifs à vérifier”',
    'N’a pas aimé « Justificatifs »',
  ])('%j decides nothing', (text) => {
    expect(read(text)).toMatchObject({ intent: 'unclear', decisions: [] });
  });
});

describe('what takes an approval back, or restricts it, is never lost', () => {
  const RESTRICTING = [
    'sauf la 3',
    'attendez',
    'seulement la 1',
    'à revoir',
    'ne validez pas la 3',
    'la 3 à vérifier',
    'je reviens vers vous',
    'annulez',
  ];
  const PLACES: Readonly<Record<string, (words: string) => string>> = {
    'under a footer': (words) => `OUI\n\nEnvoyé avec FairEmail\n\n${words}`,
    'in a footer': (words) => `OUI\nEnvoyé de mon iPhone, ${words}`,
    'in another footer': (words) => `OUI\nTélécharger Outlook pour iOS ${words}`,
    'under a classification': (words) => `OUI\n\nClassification : Interne\n\n${words}`,
    'under a signature': (words) => `OUI\n\nCordialement,\nCamille\n\n${words}`,
    'in a signature': (words) => `OUI\n--\nCamille. ${words}`,
    'under a PGP signature': (words) =>
      `-----BEGIN PGP SIGNED MESSAGE-----\n\nOUI\n-----BEGIN PGP SIGNATURE-----\n=a\n-----END PGP SIGNATURE-----\n${words}`,
    'under the quotation': (words) => `OUI\n\n${HOUSE} <${SECRET}> a écrit :\n${QUOTED}\n\n${words}`,
    'between quoted lines': (words) => `OUI\n\n${HOUSE} <${SECRET}> a écrit :\n> a\n${words}\n> b`,
    'before an address above a quotation': (words) => `OUI\n${words} <lea@roussel.example> :\n> a`,
    'in a warning of one’s own': (words) => `Attention mail externe : ${words}\nOUI`,
    'behind a mark of the host': (words) => `[EXTERNAL] ${words}\n\nOUI`,
    'in braces': (words) => `a { ${words} }\nOUI`,
  };
  it.each(Object.keys(PLACES))('%s', (place) => {
    for (const words of RESTRICTING) expect([words, read(PLACES[place]?.(words) ?? '').decisions]).toEqual([words, []]);
  });
});
