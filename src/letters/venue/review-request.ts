import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import type { OrderFacts, Writing } from '../writing';
import type { ReviewLead } from './review-letter';
import { reviewLetter } from './review-letter';

/** Proofs have come: every reviewer of the venue is asked. */
export function reviewRequest(facts: OrderFacts, writing: Writing): Draft {
  return reviewLetter(facts, writing, LEADS[facts.language]);
}

const LEADS: Record<Language, ReviewLead> = {
  fr: {
    kind: 'review-request',
    need: (several) => (several ? 'Justificatifs à vérifier : ' : 'Justificatif à vérifier : '),
    title: (count, number) => (count > 1 ? `${number} justificatifs à vérifier` : 'Un justificatif à vérifier'),
  },
  en: {
    kind: 'review-request',
    need: (several) => (several ? 'Proofs to check: ' : 'Proof to check: '),
    title: (count, number) => (count > 1 ? `${number} proofs to check` : 'One proof to check'),
  },
};
