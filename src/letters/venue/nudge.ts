import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { calendarFor } from '../wording/show';
import type { OrderFacts, Writing } from '../writing';
import type { ReviewLead } from './review-letter';
import { reviewLetter, REVIEW } from './review-letter';
import { toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** Nobody has answered yet: the same question once more, whole, for the first letter may be far down by now. */
export const nudge: LetterFile = {
  body: REVIEW,
  write: ofOrder(write),
  preview: toReviewer({ about: { review: 1, reviewer: 1 } }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  const { order, language } = facts;
  const { since, nobody, ...lead } = LEADS[language];
  const news = order.waitsSince ? since(calendarFor(order, language).moment(order.waitsSince)) : nobody;
  return reviewLetter(facts, writing, { ...lead, news });
}

interface NudgeLead extends ReviewLead {
  readonly since: (day: string) => string;
  readonly nobody: string;
}

const LEADS: Record<Language, NudgeLead> = {
  fr: {
    need: (several) => (several ? 'Justificatifs en attente : ' : 'Justificatif en attente : '),
    title: (count, number) => (count > 1 ? `${number} justificatifs attendent votre regard` : 'Un justificatif attend votre regard'),
    since: (day) => `Personne n’a encore répondu, depuis le ${day}.`,
    nobody: 'Personne n’a encore répondu.',
  },
  en: {
    need: (several) => (several ? 'Proofs waiting: ' : 'Proof waiting: '),
    title: (count, number) => (count > 1 ? `${number} proofs wait for you` : 'One proof waits for you'),
    since: (day) => `Nobody has answered since ${day}.`,
    nobody: 'Nobody has answered yet.',
  },
};
