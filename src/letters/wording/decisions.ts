import type { SeatDecision } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import type { SeatStanding } from '../../domain/order/given-up';
import { reasonName } from '../../domain/decision/reason-wording';
import { places, thePlaces } from './seats';

/** « place 4 acceptée, place 3 refusée (périmé), une précision demandée pour la place 5 », seats with the same answer together. */
export function decisionsPhrase(decisions: readonly SeatDecision[], language: Language): string {
  const groups = new Map<string, SeatDecision[]>();
  for (const one of decisions) {
    groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  }
  return [...groups.values()].map((group) => groupPhrase(group, language)).join(', ');
}

/** « acceptée », where the places have just been named and all got the same answer. */
export function answerPhrase(decisions: readonly SeatDecision[], language: Language): string {
  const [first] = decisions;
  const alike = first && decisions.every((one) => keyOf(one) === keyOf(first));
  return alike ? decidedAs(first, { several: decisions.length > 1, language }) : decisionsPhrase(decisions, language);
}

function keyOf(decision: SeatDecision): string {
  return decision.kind === 'refuse' ? `refuse ${reasonName(decision).en}` : decision.kind;
}

function decidedAs(decision: SeatDecision, { several, language }: { readonly several: boolean; readonly language: Language }): string {
  const reason = decision.kind === 'refuse' ? ` (${reasonName(decision)[language]})` : '';
  return `${DECIDED[language][decision.kind](several)}${reason}`;
}

function groupPhrase(group: readonly SeatDecision[], language: Language): string {
  const [first] = group;
  if (!first) return '';
  const said = decidedAs(first, { several: group.length > 1, language });
  const seats = group.map((one) => one.seat);
  // The one answer that is no participle: a colon would stand behind another one.
  if (first.kind === 'more-info' && language === 'fr') return `${said} pour ${thePlaces(seats, language)}`;
  return `${places(seats, language)} ${said}`;
}

const DECIDED: Record<Language, Record<SeatDecision['kind'], (several: boolean) => string>> = {
  fr: {
    approve: (several) => (several ? 'acceptées' : 'acceptée'),
    refuse: (several) => (several ? 'refusées' : 'refusée'),
    'more-info': () => 'une précision demandée',
    'check-at-door': () => 'à vérifier à l’entrée',
  },
  en: {
    approve: () => 'accepted',
    refuse: () => 'refused',
    'more-info': () => 'asked for more',
    'check-at-door': () => 'to be checked at the door',
  },
};

/** What the seats of an order are, in a sentence that the places begin: « est acceptée ». */
export function stateClause(state: SeatStanding, several: boolean, language: Language): string {
  const [one, many] = STATES[language][state];
  return several ? many : one;
}

const STATES: Record<Language, Record<SeatStanding, readonly [string, string]>> = {
  fr: {
    'not-required': ['ne demande aucun justificatif', 'ne demandent aucun justificatif'],
    'awaiting-proof': ['attend encore son justificatif', 'attendent encore leur justificatif'],
    'under-review': ['est à vérifier', 'sont à vérifier'],
    'more-info': ['attend une précision', 'attendent une précision'],
    approved: ['est acceptée', 'sont acceptées'],
    refused: ['est refusée, un autre envoi est possible', 'sont refusées, un autre envoi est possible'],
    'refused-final': ['est refusée', 'sont refusées'],
    upgraded: ['est passée au plein tarif', 'sont passées au plein tarif'],
    'check-at-door': ['sera vérifiée à l’entrée', 'seront vérifiées à l’entrée'],
    expired: ['attend le plein tarif', 'attendent le plein tarif'],
    'nothing-paid': ['est annulée', 'sont annulées'],
    'refund-due': ['est annulée et à rembourser', 'sont annulées et à rembourser'],
    refunded: ['est remboursée', 'sont remboursées'],
  },
  en: {
    'not-required': ['asks for no proof', 'ask for no proof'],
    'awaiting-proof': ['still waits for its proof', 'still wait for their proofs'],
    'under-review': ['is to be checked', 'are to be checked'],
    'more-info': ['waits for one more thing', 'wait for one more thing'],
    approved: ['is accepted', 'are accepted'],
    refused: ['is refused, another proof may come', 'are refused, other proofs may come'],
    'refused-final': ['is refused', 'are refused'],
    upgraded: ['was paid up to the full tariff', 'were paid up to the full tariff'],
    'check-at-door': ['will be checked at the door', 'will be checked at the door'],
    expired: ['waits for the full tariff', 'wait for the full tariff'],
    'nothing-paid': ['is cancelled', 'are cancelled'],
    'refund-due': ['is cancelled and to be refunded', 'are cancelled and to be refunded'],
    refunded: ['is refunded', 'are refunded'],
  },
};
