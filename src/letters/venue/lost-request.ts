import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { seatsBlock } from '../wording/seat-rows';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { LetterFile } from '../letter-file';
import { passage } from '../passage';
import { toReviewer } from '../preview/invented-people';
import type { OrderFacts, Writing } from '../writing';
import { ofOrder } from '../writing';
import { seatsAsked } from './seats-asked';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    échéance: PARTS.deadline,
    dossier: PARTS.file,
    places: PARTS.seats,
    bouton: PARTS.button,
  },
  text: {
    fr: '{annonce} Réponse attendue avant le **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ Faites corriger cette adresse : les prochaines demandes ne lui parviendraient pas non plus.',
    en: '{annonce} Please answer before **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ Have this address corrected: the next requests would not arrive either.',
  },
} as const satisfies TextSheet;

/** A request did not reach its reviewer: somebody else hears of it while there is time to answer. */
export const lostRequest: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: toReviewer({ about: { review: 1, reviewer: 1 } }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, reviewer } = facts;
  if (!reviewer) throw new TypeError('A lost request has a reviewer whom it did not reach.');
  const words = WORDS[language];
  const { name, after } = customerAndOrder(order, language);
  const at = order.deadlineAt ?? order.performance.startsAt;
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: words.title },
      ...passage(BODY, facts, {
        annonce: words.news(reviewer.name, reviewer.address),
        échéance: calendarFor(order, language).weekdayMoment(at),
        dossier: [orderLines(order, language)],
        places: [seatsBlock(seatsAsked(facts), language)],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.desk() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: 'Demande non remise : ',
  title: 'Une demande n’est pas arrivée',
  news: (name: string, address: string) =>
    `Le message qui demandait à ${name} (${address}) de vérifier un justificatif n’a pas pu être remis. Les autres personnes qui vérifient, s’il y en a, l’ont reçu.`,
  desk: 'Répondre au guichet',
};
const en: typeof fr = {
  need: 'Request not delivered: ',
  title: 'A request has not arrived',
  news: (name, address) =>
    `The message that asked ${name} (${address}) to check a proof could not be delivered. The others who check, if there are any, have received it.`,
  desk: 'Answer at the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
