import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { bold, paragraph, quiet, rich } from '../letter';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { seatsBlock } from '../wording/seat-rows';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { seatsAsked } from './seats-asked';

/** A request did not reach its reviewer: somebody else hears of it while there is time to answer. */
export function lostRequest(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, reviewer } = facts;
  if (!reviewer) throw new TypeError('A lost request has a reviewer whom it did not reach.');
  const words = WORDS[language];
  const { name, after } = customerAndOrder(order, language);
  const at = order.deadlineAt ?? order.performance.startsAt;
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: words.title },
      paragraph(
        rich`${words.news(reviewer.name, reviewer.address)} ${words.until}${bold(calendarFor(order, language).weekdayMoment(at))}.`,
      ),
      orderLines(order, language),
      seatsBlock(seatsAsked(facts), language),
      { kind: 'button', link: { label: words.desk, href: links.desk() } },
      quiet(words.mend),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: 'Demande non remise : ',
  title: 'Une demande n’est pas arrivée',
  news: (name: string, address: string) =>
    `Le message qui demandait à ${name} (${address}) de vérifier un justificatif n’a pas pu être remis. Les autres personnes qui vérifient, s’il y en a, l’ont reçu.`,
  until: 'Réponse attendue avant le ',
  desk: 'Répondre au guichet',
  mend: 'Faites corriger cette adresse : les prochaines demandes ne lui parviendraient pas non plus.',
};
const en: typeof fr = {
  need: 'Request not delivered: ',
  title: 'A request has not arrived',
  news: (name, address) =>
    `The message that asked ${name} (${address}) to check a proof could not be delivered. The others who check, if there are any, have received it.`,
  until: 'Please answer before ',
  desk: 'Answer at the desk',
  mend: 'Have this address corrected: the next requests would not arrive either.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
