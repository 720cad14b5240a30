import { ATTESTATION_BY_REPLY } from '../../domain/decision/attestation';
import type { Language } from '../../domain/language';
import { stillToLeave } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';
import { capital } from '../../domain/first-letter';
import type { Block, Draft } from '../letter';
import { paragraph, quiet, sentences } from '../letter';
import { passage } from '../passage';
import { duration } from '../../wording/durations';
import { inLetters } from '../../wording/numbers';
import { customerAndOrder, orderLines, statesPhrase } from '../wording/order-heads';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { reviewSeat } from './review-seat';
import { formsAsked, seatsAsked, seatsWritten } from './seats-asked';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

export const REVIEW = {
  fields: {
    ...ORDER_FIELDS,
    dossier: PARTS.file,
    'en attente': { means: { fr: 'depuis quand on attend, dans une relance', en: 'since when one waits, in a nudge' } },
    échéance: PARTS.deadline,
    'autres places': { means: { fr: 'où en sont les autres places', en: 'how the other seats stand' } },
    justificatifs: {
      means: {
        fr: 'ce qui a été acheté, ce qui a été reçu, et les boutons de réponse',
        en: 'what was bought, what came, and the buttons to answer',
      },
      block: true,
      required: true,
    },
    réponses: {
      means: {
        fr: 'les réponses que la boîte comprend, et le délai pour revenir dessus',
        en: 'the answers that the inbox understands, and the time to take them back',
      },
      block: true,
      required: true,
    },
    bouton: PARTS.button,
  },
  text: {
    fr: '{dossier}\n\n{en attente} Réponse attendue avant le **{échéance}**. {autres places}\n\n{justificatifs}\n\n{réponses}\n\n{bouton}',
    en: '{dossier}\n\n{en attente} Please answer before **{échéance}**. {autres places}\n\n{justificatifs}\n\n{réponses}\n\n{bouton}',
  },
} as const satisfies TextSheet;

/** What the first request and the nudge say each in their own way. */
export interface ReviewLead {
  readonly need: (several: boolean) => string;
  readonly title: (count: number, number: string) => string;
  /** Before « Réponse attendue avant le … ». */
  readonly news?: string | undefined;
}

/** What was bought beside what was received, and as many ways to answer as people have. */
export function reviewLetter(facts: OrderFacts, writing: Writing, lead: ReviewLead): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const asked = seatsAsked(facts);
  const several = asked.length > 1;
  const written = seatsWritten(facts);
  const { name, after } = customerAndOrder(order, language);
  const rest = order.seats.filter((seat) => !asked.includes(seat));
  return {
    subject: subjectLine(lead.need(several), name, after),
    blocks: [
      { kind: 'title', text: lead.title(asked.length, capital(inLetters(asked.length, language))) },
      ...passage(REVIEW, facts, {
        dossier: [orderLines(order, language)],
        'en attente': lead.news,
        échéance: calendarFor(order, language).weekdayMoment(order.deadlineAt ?? order.performance.startsAt),
        'autres places': rest.length > 0 ? words.rest(statesPhrase(rest, language)) : undefined,
        justificatifs: [
          ...asked.map((seat): Block => ({ kind: 'review-seat', seat: reviewSeat(facts, seat, writing) })),
          ...(several && written.length === asked.length ? [acceptAll(order, { language, writing })] : []),
          quiet(written.length > 0 ? words.buttons : words.doorAlone(several)),
        ],
        réponses: written.length > 0 ? answers(facts) : [],
        bouton: [{ kind: 'button', link: { label: words.desk, href: writing.links.desk() } }],
      }),
    ],
    foot: staffFoot(
      facts,
      ATTESTATION_BY_REPLY[language],
      `${words.yours} ${words.ref} ${order.reference}/${facts.name.about.review ?? order.openReview ?? 1}`,
    ),
  };
}

function answers(facts: OrderFacts): readonly Block[] {
  const { order, language } = facts;
  const words = WORDS[language];
  return [
    { kind: 'heading', text: words.answer },
    paragraph(words.above),
    formsAsked(facts),
    paragraph(sentences(words.echo, undo(order, language))),
  ];
}

function acceptAll({ reference }: OrderView, { language, writing }: { readonly language: Language; readonly writing: Writing }): Block {
  const words = WORDS[language];
  return { kind: 'choices', links: [{ label: words.all, href: writing.links.verdict({ verb: 'oui' }, words.allSubject(reference)) }] };
}

function undo(order: OrderView, language: Language): string | undefined {
  const { undoMs } = order.venue.policy;
  return undoMs > 0 ? WORDS[language].undo(duration(undoMs, language), stillToLeave(order).length !== 1) : undefined;
}

const fr = {
  rest: (states: string) => `Dans la même commande, ${states}.`,
  all: 'Tout accepter',
  allSubject: (reference: string) => `Tout accepter, commande ${reference}`,
  buttons: 'Chaque bouton prépare un e-mail déjà adressé : il ne reste qu’à l’envoyer, avec un mot si vous refusez.',
  doorAlone: (several: boolean) =>
    `${several ? 'Chaque bouton' : 'Ce bouton'} prépare un e-mail déjà adressé : il ne reste qu’à l’envoyer. Pour accepter ou refuser, ouvrez le dossier au guichet.`,
  answer: 'Ou répondez à ce message',
  above: 'Écrivez votre décision au-dessus du texte cité. « OK », « c’est bon » ou « illisible » sont compris aussi.',
  echo: 'Un message vous redira ce que nous avons compris.',
  undo: (time: string, several: boolean) =>
    `Vous aurez ${time} pour répondre ANNULER, avant que ${several ? 'les billets ne partent' : 'le billet ne parte'}.`,
  desk: 'Ouvrir au guichet',
  yours: 'Cette adresse de réponse est la vôtre, pour cette commande seulement.',
  ref: 'Réf.',
};
const en: typeof fr = {
  rest: (states) => `In the same order, ${states}.`,
  all: 'Accept all',
  allSubject: (reference) => `Accept all, order ${reference}`,
  buttons: 'Each button prepares an e-mail already addressed: you only have to send it, with a word if you refuse.',
  doorAlone: (several: boolean) =>
    `${several ? 'Each button' : 'This button'} prepares an e-mail already addressed: you only have to send it. To accept or refuse, open the order at the desk.`,
  answer: 'Or answer this message',
  above: 'Write your decision above the quoted text. “OK”, “fine” or “unreadable” are understood too.',
  echo: 'A message will tell you what we have understood.',
  undo: (time, several) => `You will have ${time} to answer CANCEL, before the ${several ? 'tickets leave' : 'ticket leaves'}.`,
  desk: 'Open at the desk',
  yours: 'This reply address is yours, for this order only.',
  ref: 'Ref.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
