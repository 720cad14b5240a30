import type { Language } from '../../domain/language';
import { can } from '../../domain/order/can';
import type { SeatView } from '../../domain/order-view';
import { asSentence } from '../../domain/decision/reason-wording';
import type { Block, Draft } from '../letter';
import { bold, paragraph, rich } from '../letter';
import { passage } from '../passage';
import { proofAskedOf } from '../wording/proofs';
import { numbersOf, seatPhrase, thePlaces } from '../wording/seats';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import { inventedOrder, withProof } from '../preview/invented-order';
import { ASKED_MORE } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    questions: { means: { fr: 'ce qui manque, place par place', en: 'what is missing, seat by seat' }, block: true, required: true },
    échéance: PARTS.deadline,
    bouton: PARTS.button,
    solutions: PARTS.ways,
  },
  text: {
    fr: '{questions}\n\n**Votre commande reste gardée.** Vous avez jusqu’au **{échéance}**.\n\n{bouton}\n\n{solutions}\n\nVous pouvez aussi répondre simplement à ce message.',
    en: '{questions}\n\n**Your order is still kept.** You have until **{échéance}**.\n\n{bouton}\n\n{solutions}\n\nYou may also simply answer this message.',
  },
} as const satisfies TextSheet;

interface Question {
  readonly seat: SeatView;
  readonly note?: string | undefined;
}

/** The reviewer neither accepts nor refuses: something is still missing. */
export const moreInfo: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'more-info', [3]), decision: ASKED_MORE }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const questions = questionsIn(facts);
  const seats = questions.map(({ seat }) => seat);
  const open = seats.filter((seat) => can('depositProof', seat));
  const ways = waysOn(order, seats, { language, links });
  const upload = links.customer({ for: 'proofs', seat: open.length === 1 ? open[0]?.no : undefined });
  return {
    subject: subjectLine('', order.performance.showTitle, words.need(thePlaces(numbersOf(seats), language))),
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(BODY, facts, {
        questions: questions.flatMap((question, index) => asked(question, { first: index === 0, language })),
        échéance: calendarFor(order, language).weekdayMoment(order.deadlineAt ?? order.performance.startsAt),
        bouton: open.length > 0 ? [{ kind: 'button', link: { label: words.complete, href: upload } }] : [],
        solutions: ways ? [{ kind: 'heading', text: words.otherwise }, ways] : [],
      }),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

function questionsIn({ order, decision }: OrderFacts): readonly Question[] {
  return (decision?.decisions ?? []).flatMap(({ kind, seat: no, note }) => {
    const seat = order.seats.find((one) => one.no === no);
    return kind === 'more-info' && seat ? [{ seat, note }] : [];
  });
}

function asked({ seat, note }: Question, { first, language }: { first: boolean; language: Language }): readonly Block[] {
  const words = WORDS[language];
  const phrase = rich`${first ? words.missing : words.and}${bold(seatPhrase(seat, language))}${words.colon}`;
  return [paragraph(phrase), { kind: 'quote', tone: 'calm', lines: [note ? asSentence(note) : words.plain(proofAskedOf(seat, language))] }];
}

const fr = {
  need: (seats: string) => ` : une précision nous manque pour ${seats}`,
  title: 'Une précision nous manque',
  missing: 'Merci pour votre envoi. Avant de répondre, il nous faut encore quelque chose pour la ',
  and: 'Et pour la ',
  colon: ' :',
  plain: (proofs: string) => `Pourriez-vous compléter votre envoi ? ${proofs}.`,
  complete: 'Compléter mon envoi',
  otherwise: 'Ou bien',
  closing: 'À bientôt',
};
const en: typeof fr = {
  need: (seats) => `: we need one more thing for ${seats}`,
  title: 'We need one more thing',
  missing: 'Thank you for your upload. Before we answer, we still need something for ',
  and: 'And for ',
  colon: ':',
  plain: (proofs) => `Could you complete your upload? ${proofs}.`,
  complete: 'Complete my upload',
  otherwise: 'Or else',
  closing: 'See you soon',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
