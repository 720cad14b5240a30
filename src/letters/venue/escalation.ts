import type { Language } from '../../domain/language';
import { stillToLeave } from '../../domain/order/given-up';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { seatsBlock } from '../wording/seat-rows';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { seatsAsked } from './seats-asked';
import { toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    échéance: PARTS.deadline,
    dossier: PARTS.file,
    places: PARTS.seats,
    'les billets partiront': {
      means: { fr: '« le billet partira » ou « les billets partiront »', en: '“the ticket will leave” or “the tickets will leave”' },
    },
    bouton: PARTS.button,
  },
  text: {
    fr: 'Aucune des personnes qui vérifient n’a encore répondu. Il reste jusqu’au **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ Passé ce délai, {les billets partiront} et le justificatif sera demandé à l’entrée.',
    en: 'None of those who check proofs has answered yet. There is time until **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ After that {les billets partiront} and the proof will be asked at the door.',
  },
} as const satisfies TextSheet;

/** No reviewer has answered and the deadline is near: somebody above them hears of it. */
export const escalation: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: toReviewer({ about: { review: 1 } }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const asked = seatsAsked(facts);
  const { name, after } = customerAndOrder(order, language);
  const at = order.deadlineAt ?? order.performance.startsAt;
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: words.title },
      ...passage(BODY, facts, {
        échéance: calendarFor(order, language).weekdayMoment(at),
        dossier: [orderLines(order, language)],
        places: [seatsBlock(asked, language)],
        'les billets partiront': words.leave(stillToLeave(order).length > 1),
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.desk() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  leave: (several: boolean): string => (several ? 'les billets partiront' : 'le billet partira'),
  need: 'Sans réponse : ',
  title: 'Personne n’a répondu',
  desk: 'Répondre au guichet',
};
const en: typeof fr = {
  leave: (several) => (several ? 'the tickets will leave' : 'the ticket will leave'),
  need: 'No answer yet: ',
  title: 'Nobody has answered',
  desk: 'Answer at the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
