import type { Language } from '../../domain/language';
import type { OrderView } from '../../domain/order-view';
import type { Block } from '../letter';
import type { Calendar } from '../../wording/dates';
import { createCalendar } from '../../wording/dates';

export function calendarFor(order: OrderView, language: Language): Calendar {
  return createCalendar(language, order.venue.timeZone);
}

/** « Le Phare d’hiver, samedi 16 janvier 2027 à 20 h 30 » */
export function showAndTime(order: OrderView, language: Language): string {
  const { showTitle, startsAt } = order.performance;
  return `${showTitle}, ${calendarFor(order, language).fullMoment(startsAt)}`;
}

/** « samedi 16 janvier 2027 à 20 h 30 » */
export function startOf(order: OrderView, language: Language): string {
  return calendarFor(order, language).fullMoment(order.performance.startsAt);
}

/** The show framed: what one opens the letter for. */
export function showBlock(order: OrderView, language: Language): Block {
  const { showTitle, startsAt, doorsAt, room, seating } = order.performance;
  const calendar = calendarFor(order, language);
  const words = WORDS[language];
  return {
    kind: 'show',
    title: showTitle,
    when: calendar.fullMoment(startsAt),
    where: [room, words.doors(calendar.time(doorsAt)), words[seating]].filter(Boolean).join(', '),
  };
}

const fr = {
  doors: (time: string) => `portes à ${time}`,
  numbered: 'placement jusqu’à l’heure dite',
  free: 'placement libre',
};
const en: typeof fr = {
  doors: (time) => `doors open at ${time}`,
  numbered: 'seats kept until the hour announced',
  free: 'free seating',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
