import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { seatsBlock } from '../wording/seat-rows';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { seatsAsked } from './seats-asked';

/** No reviewer has answered and the deadline is near: somebody above them hears of it. */
export function escalation(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const asked = seatsAsked(facts);
  const { name, after } = customerAndOrder(order, language);
  const at = order.deadlineAt ?? order.performance.startsAt;
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: words.title },
      ...passage('escalation', facts, {
        échéance: calendarFor(order, language).weekdayMoment(at),
        dossier: [orderLines(order, language)],
        places: [seatsBlock(asked, language)],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.desk() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: 'Sans réponse : ',
  title: 'Personne n’a répondu',
  desk: 'Répondre au guichet',
};
const en: typeof fr = {
  need: 'No answer yet: ',
  title: 'Nobody has answered',
  desk: 'Answer at the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
