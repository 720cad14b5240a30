import type { Language } from '../../../domain/language';
import type { Block, Draft } from '../letter';
import { bold, paragraph, quiet, rich } from '../letter';
import { capital, inLetters } from '../wording/numbers';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { replyForms } from '../wording/reply-forms';
import { seatsBlock } from '../wording/seat-rows';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { seatsAsked } from './review-request';

/** The reviewers have not answered yet: the same question, shorter; the proofs came with the first letter. */
export function nudge(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, name: letter } = facts;
  const words = WORDS[language];
  const asked = seatsAsked(facts);
  const { name, after } = customerAndOrder(order, language);
  const calendar = calendarFor(order, language);
  const at = order.deadlineAt ?? order.performance.startsAt;
  const since = order.waitsSince ? words.since(calendar.stamp(order.waitsSince)) : words.waits;
  return {
    subject: subjectLine(words.need(asked.length > 1), name, after),
    blocks: [
      { kind: 'title', text: words.title(asked.length, capital(inLetters(asked.length, language))) },
      paragraph(rich`${since} ${words.until}${bold(calendar.moment(at))}.`),
      orderLines(order, language),
      seatsBlock(asked, language),
      ...(links.answerable ? written(asked.map((seat) => seat.no), language) : []),
      { kind: 'button', link: { label: words.desk, href: links.desk() } },
      quiet(words.otherwise),
    ],
    foot: staffFoot(facts, words.attestation, `${words.ref} ${order.reference}/${letter.about.review ?? order.openReview ?? 1}`),
  };
}

function written(seats: readonly number[], language: Language): readonly Block[] {
  const words = WORDS[language];
  return [{ kind: 'heading', text: words.answer }, paragraph(words.above), replyForms(seats, language)];
}

const fr = {
  need: (several: boolean): string => (several ? 'Justificatifs en attente : ' : 'Justificatif en attente : '),
  title: (count: number, number: string): string => (count > 1 ? `${number} justificatifs attendent votre regard` : 'Un justificatif attend votre regard'),
  since: (day: string) => `Personne n’a encore répondu, depuis le ${day}.`,
  waits: 'Personne n’a encore répondu.',
  until: 'Réponse attendue avant le ',
  answer: 'Répondez à ce message',
  above: 'Écrivez votre décision au-dessus du texte cité. Les documents sont dans notre premier message et au guichet.',
  desk: 'Ouvrir au guichet',
  otherwise: 'Sans réponse, le justificatif sera demandé à l’entrée : notre retard ne coûte pas sa place au spectateur.',
  attestation: 'En acceptant, vous confirmez avoir vérifié le justificatif pour ce tarif et cette séance, et n’en garder aucune copie personnelle.',
  ref: 'Réf.',
};
const en: typeof fr = {
  need: (several) => (several ? 'Proofs waiting: ' : 'Proof waiting: '),
  title: (count, number) => (count > 1 ? `${number} proofs wait for you` : 'One proof waits for you'),
  since: (day) => `Nobody has answered since ${day}.`,
  waits: 'Nobody has answered yet.',
  until: 'Please answer before ',
  answer: 'Answer this message',
  above: 'Write your decision above the quoted text. The documents are in our first message and at the desk.',
  desk: 'Open at the desk',
  otherwise: 'Without an answer the proof will be asked at the door: our delay does not cost the spectator the seat.',
  attestation: 'By accepting, you confirm that you have checked the proof for this tariff and this performance, and keep no copy of your own.',
  ref: 'Ref.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
