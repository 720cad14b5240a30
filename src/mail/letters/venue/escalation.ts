import type { Language } from '../../../domain/language';
import type { Draft } from '../letter';
import { bold, paragraph, quiet, rich } from '../letter';
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
      paragraph(rich`${words.news} ${words.until}${bold(calendarFor(order, language).moment(at))}.`),
      orderLines(order, language),
      seatsBlock(asked, language),
      { kind: 'button', link: { label: words.desk, href: links.desk() } },
      quiet(words.otherwise),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: 'Sans réponse : ',
  title: 'Personne n’a répondu',
  news: 'Aucune des personnes qui vérifient n’a encore répondu.',
  until: 'Il reste jusqu’au ',
  desk: 'Répondre au guichet',
  otherwise: 'Passé ce délai, les billets partiront et le justificatif sera demandé à l’entrée.',
};
const en: typeof fr = {
  need: 'No answer yet: ',
  title: 'Nobody has answered',
  news: 'None of those who check proofs has answered yet.',
  until: 'There is time until ',
  desk: 'Answer at the desk',
  otherwise: 'After that the tickets will leave and the proof will be asked at the door.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
