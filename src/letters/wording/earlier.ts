import type { Language } from '../../domain/language';
import type { DecisionFacts, LetterFacts } from '../../ports/mail/letters';
import { answerPhrase } from './decisions';
import { places, thePlaces } from './seats';
import { calendarFor } from './show';

type Who = Pick<LetterFacts, 'name' | 'decision'>;

/**
 * Who was first, when, and what they said: « Karim Benali a déjà répondu pour la place 4, à 17 h 12 : acceptée. » `at`
 * is when the later answer came: of another day, the day is told too.
 */
export function earlierSentences(facts: LetterFacts, at: string | undefined): readonly string[] {
  const { order, earlier = [], language } = facts;
  if (!order) return [];
  const words = WORDS[language];
  const calendar = calendarFor(order, language);
  return earlier.map((decision) => {
    const numbers = decision.decisions.map(({ seat }) => seat);
    const today = at === undefined || calendar.day(at) === calendar.day(decision.at);
    const when = today ? words.at(calendar.time(decision.at)) : words.on(calendar.moment(decision.at));
    const seats = language === 'fr' ? thePlaces(numbers, language) : places(numbers, language);
    const who = isReader(decision, facts) ? words.you(seats) : `${decision.byName || words.somebody} ${words.answered(seats)}`;
    return `${who}, ${when}${words.colon} ${answerPhrase(decision.decisions, language)}.`;
  });
}

/** Nobody is told their own name. */
export function isReader({ by }: DecisionFacts, { name, decision }: Who): boolean {
  const reader = name.about.reviewer ?? (decision?.by.role === 'reviewer' ? decision.by.id : undefined);
  return by.role === 'reviewer' && by.id === reader;
}

/** One of them that can still be taken back, by whoever gave it. */
export function stillOpen({ earlier = [] }: LetterFacts, at: string): DecisionFacts | undefined {
  return earlier.find(({ settlesAt }) => settlesAt !== undefined && settlesAt > at);
}

const fr = {
  you: (seats: string) => `Vous avez déjà répondu pour ${seats}`,
  somebody: 'Quelqu’un',
  answered: (seats: string) => `a déjà répondu pour ${seats}`,
  at: (time: string) => `à ${time}`,
  on: (moment: string) => `le ${moment}`,
  colon: ' :',
};
const en: typeof fr = {
  you: (seats) => `You had already answered for ${seats}`,
  somebody: 'Somebody',
  answered: (seats) => `had already answered for ${seats}`,
  at: (time) => `at ${time}`,
  on: (moment) => `on ${moment}`,
  colon: ':',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
