import type { Language } from '../../domain/language';
import type { SeatView } from '../../domain/order-view';
import type { Block, Draft, Run, Text } from '../letter';
import { bold, paragraph, quiet, rich, runsOf } from '../letter';
import { withoutSecrets } from '../links';
import { passage } from '../passage';
import { confirmation } from '../spectator/confirmation';
import { seatsLeaving, tickets } from '../spectator/tickets';
import { customerAndOrder } from '../wording/order-heads';
import { REDUCED } from '../wording/seats';
import { subjectLine } from '../wording/subject';
import { ticketsCopied } from '../wording/ticket-subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    bouton: PARTS.button,
    message: { means: { fr: 'le message envoyé au spectateur', en: 'the message sent to the spectator' }, block: true, required: true },
  },
  text: {
    fr: '{annonce}\n\n{bouton}\n\n{message}',
    en: '{annonce}\n\n{bouton}\n\n{message}',
  },
} as const satisfies TextSheet;

/** What the spectator was sent, for the venue's files: the same words in the same language, but no way into the customer's own pages. */
export const venueCopy: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: () => ({ about: { copyOf: 'confirmation' } }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  const { order, language, name: letter } = facts;
  const { links } = writing;
  const words = WORDS[language];
  const isTickets = letter.about.copyOf === 'tickets';
  const hidden = { ...withoutHealth(facts), language: order.language };
  const copied = (isTickets ? tickets : confirmation).write(hidden, { ...writing, links: withoutSecrets(links) });
  const message = copied.blocks.map(withoutLinks);
  const foot = copied.foot.map(unlinked);
  const abroad = order.language !== language;
  const { name, after } = customerAndOrder(order, language);
  return {
    subject: subjectLine(isTickets ? ticketsCopied(order, seatsLeaving(facts), language) : words.confirmation, name, after),
    blocks: [
      ...passage(BODY, facts, {
        annonce: rich`${bold(words.copy)} ${sentTo(order, language)}`,
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.deskOrder() } }],
        message: abroad ? [...message, quiet(...foot)].map((block) => ({ ...block, language: order.language })) : message,
      }),
    ],
    foot: abroad ? staffFoot(facts) : foot,
  };
}

/** To nobody, where a counter has sold without an address. */
function sentTo({ customer: { name, email } }: OrderFacts['order'], language: Language): string {
  return email === undefined ? WORDS[language].sentToNobody(name) : WORDS[language].sentTo(name, email);
}

/** That a tariff is one of health, and which papers it asks for, is between the spectator and the box office (GDPR art. 9). */
function withoutHealth(facts: OrderFacts): OrderFacts {
  const seats = facts.order.seats.map((seat) => (seat.tariff.health ? anyReduced(seat) : seat));
  return { ...facts, order: { ...facts.order, seats } };
}

/** Not even marked as one of health: its files go sooner than others, and the letter says when. */
function anyReduced(seat: SeatView): SeatView {
  const tariff = { ...seat.tariff, name: REDUCED, health: false, acceptedProofs: [], validity: { fr: '', en: '' } };
  return { ...seat, companionship: undefined, tariff };
}

function withoutLinks(block: Block): Block {
  if (block.kind === 'button') return paragraph([bold(`[ ${block.link.label} ]`)]);
  if (block.kind === 'ways') return { ...block, rows: block.rows.map(({ text }) => ({ text: unlinked(text) })) };
  if (block.kind === 'paragraph' || block.kind === 'quote') return { ...block, lines: block.lines.map(unlinked) };
  return block;
}

function unlinked(text: Text): Text {
  return runsOf(text).map((run): Run => (typeof run !== 'string' && 'link' in run ? run.label : run));
}

const fr = {
  confirmation: 'Copie, commande payée : ',
  copy: 'Copie pour vos dossiers.',
  sentTo: (name: string, address: string) =>
    `Voici le message envoyé à ${name}, ${address}, sans les liens qui n’appartiennent qu’au spectateur.`,
  sentToNobody: (name: string) =>
    `Vendu au guichet à ${name}, sans adresse e-mail : rien ne lui est envoyé, ses billets s’impriment au guichet. Voici ce que le message aurait dit.`,
  desk: 'Ouvrir au guichet',
};
const en: typeof fr = {
  confirmation: 'Copy, paid order: ',
  copy: 'Copy for your files.',
  sentTo: (name, address) => `This is the message sent to ${name}, ${address}, without the links that belong to the spectator alone.`,
  sentToNobody: (name) =>
    `Sold at the counter to ${name}, without an e-mail address: nothing is sent to them, their tickets are printed there. This is what the message would have said.`,
  desk: 'Open at the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
