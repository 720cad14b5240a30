import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import type { OrderFacts, Writing } from '../writing';
import type { ReviewLead } from './review-letter';
import { reviewLetter, REVIEW } from './review-letter';
import { toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** Proofs have come: every reviewer of the venue is asked. */
export const reviewRequest: LetterFile = {
  body: REVIEW,
  write: ofOrder(write),
  preview: toReviewer({ about: { review: 1, reviewer: 1, seats: [2, 3] } }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  return reviewLetter(facts, writing, LEADS[facts.language]);
}

const LEADS: Record<Language, ReviewLead> = {
  fr: {
    need: (several) => (several ? 'Justificatifs à vérifier : ' : 'Justificatif à vérifier : '),
    title: (count, number) => (count > 1 ? `${number} justificatifs à vérifier` : 'Un justificatif à vérifier'),
  },
  en: {
    need: (several) => (several ? 'Proofs to check: ' : 'Proof to check: '),
    title: (count, number) => (count > 1 ? `${number} proofs to check` : 'One proof to check'),
  },
};
