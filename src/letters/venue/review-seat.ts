import { costOfSeat } from '../../domain/order/amounts';
import type { Language } from '../../domain/language';
import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import type { Attachment } from '../../ports/mail/mailer';
import type { Verdict } from '../reply-address';
import type { Link, ReceivedPiece, ReviewSeat } from '../letter';
import { link, rich } from '../letter';
import type { LetterLinks } from '../links';
import { priceWords } from '../../wording/amounts';
import { filesOf, proofAsked } from '../wording/proofs';
import { places, tariffName } from '../wording/seats';
import { calendarFor } from '../wording/show';
import type { OrderFacts, Writing } from '../writing';

/** One seat under review: bought, received, and four answers of equal weight. */
export function reviewSeat({ order, language }: OrderFacts, seat: SeatView, { links, enclosed }: Writing): ReviewSeat {
  const words = WORDS[language];
  return {
    title: `${capital(places([seat.no], language))}, ${uncapital(tariffName(seat.tariff, language))}`,
    price: priceWords(costOfSeat(seat), language),
    bought: { label: words.bought, lines: [seat.holder, ...(seat.tariff.health ? [] : [proofAsked(seat, language)])].filter(Boolean) },
    received: { label: words.received, pieces: pieces(order, seat, { language, links, enclosed }) },
    choices: choices(order, seat, { language, links }),
  };
}

interface Shown {
  readonly language: Language;
  readonly links: LetterLinks;
  readonly enclosed: readonly Attachment[];
}

function pieces(order: OrderView, seat: SeatView, { language, links, enclosed }: Shown): readonly ReceivedPiece[] {
  const words = WORDS[language];
  const desk = link(words.desk, links.desk());
  if (seat.tariff.health) return [{ caption: rich`${words.health} ${desk}.` }];
  const files = filesOf(order, seat);
  const pictures = enclosed.flatMap((one) => (one.seat === seat.no && one.inline ? [one.inline] : []));
  const captions = files.map((file) => captionOf(order, file, language));
  const own = files.map((file) => pictures.find(({ id }) => id.startsWith(`${file.id}-`)));
  if (own.some((picture) => picture !== undefined)) {
    // The others are enclosed: one that is not could not be read.
    return own.map((picture, index) => ({ picture, caption: picture ? (captions[index] ?? '') : words.lost }));
  }
  if (pictures.length > 0) {
    const shown = Math.max(pictures.length, captions.length);
    return Array.from({ length: shown }, (_, index) => ({ picture: pictures[index], caption: captions[index] ?? '' }));
  }
  const elsewhere = sharedWith(seat, files, enclosed);
  if (elsewhere !== undefined) return [{ caption: words.same(places([elsewhere], language)) }];
  return [
    ...captions.map((caption) => ({ caption })),
    { caption: rich`${enclosed.some((one) => one.seat === seat.no) ? words.attached : words.unseen} ${desk}.` },
  ];
}

/** One document that serves several seats is shown once. */
function sharedWith(seat: SeatView, files: readonly ProofView[], enclosed: readonly Attachment[]): number | undefined {
  const others = files.flatMap((file) => file.seats).filter((no) => no !== seat.no);
  return others.find((no) => enclosed.some((one) => one.seat === no && one.inline));
}

function captionOf(order: OrderView, file: ProofView, language: Language): string {
  const words = WORDS[language];
  if (file.lostAt !== undefined) return words.lost;
  const kind = file.kind === 'pdf' ? words.pdf(file.pages, file.pagesInFile) : words.image;
  return `${kind} ${calendarFor(order, language).moment(file.receivedAt)}`;
}

function choices(
  { reference }: OrderView,
  { no, tariff }: SeatView,
  { language, links }: Pick<Shown, 'language' | 'links'>,
): readonly Link[] {
  const words = WORDS[language];
  // A proof of health is judged where it is shown, at the desk; to leave it to the door judges nothing.
  const verbs: readonly Verdict['verb'][] = tariff.health ? ['porte'] : ['oui', 'non', 'plus', 'porte'];
  return verbs.map((verb) => {
    const { label, subject } = words.choices[verb];
    return { label, href: links.verdict({ verb, seat: no }, `${subject} ${places([no], language)}, ${words.order} ${reference}`) };
  });
}

const fr = {
  bought: 'Acheté',
  received: 'Reçu',
  order: 'commande',
  image: 'Image, reçue le',
  pdf: (pages: number, inFile?: number) =>
    inFile === undefined
      ? `PDF de ${pages} ${pages > 1 ? 'pages' : 'page'}, reçu le`
      : `PDF de ${inFile} pages, dont seules les ${pages} premières sont montrées ; reçu le`,
  lost: 'Ce fichier ne peut plus être lu chez nous : demandez-le de nouveau',
  same: (place: string) => `Le même document que pour la ${place}`,
  attached: 'Le document est joint à ce message ; on peut aussi le',
  unseen: 'Le document ne voyage pas avec ce message. Avant de répondre, il faut le',
  health: 'Ce justificatif se consulte et se décide au guichet :',
  desk: 'voir au guichet',
  choices: {
    oui: { label: 'Accepter', subject: 'Accepter la' },
    non: { label: 'Refuser', subject: 'Refuser la' },
    plus: { label: 'Demander une précision', subject: 'Demander une précision pour la' },
    porte: { label: 'À l’entrée', subject: 'À l’entrée, la' },
  },
};
const en: typeof fr = {
  bought: 'Bought',
  received: 'Received',
  order: 'order',
  image: 'Picture, received on',
  pdf: (pages, inFile) =>
    inFile === undefined
      ? `PDF of ${pages} ${pages > 1 ? 'pages' : 'page'}, received on`
      : `PDF of ${inFile} pages, of which only the first ${pages} are shown; received on`,
  lost: 'This file can no longer be read here: ask for it again',
  same: (place) => `The same document as for ${place}`,
  attached: 'The document is attached to this message; you can also',
  unseen: 'The document does not travel with this message. Before you answer,',
  health: 'This proof is shown and decided at the desk:',
  desk: 'see it at the desk',
  choices: {
    oui: { label: 'Accept', subject: 'Accept' },
    non: { label: 'Refuse', subject: 'Refuse' },
    plus: { label: 'Ask for more', subject: 'Ask for more about' },
    porte: { label: 'At the door', subject: 'At the door,' },
  },
};
const WORDS: Record<Language, typeof fr> = { fr, en };
