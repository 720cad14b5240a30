import type { Language } from '../../domain/language';
import type { SeatView } from '../../domain/order-view';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';

/** What becomes of companions when the difference of the person accompanied is paid; empty where nothing does. */
export function companionsLose(seats: readonly Pick<SeatView, 'no' | 'toFullPrice'>[], language: Language): string {
  return seats
    .map(({ no, toFullPrice }) => (toFullPrice > 0 ? WORDS[language].owes(no, euros(toFullPrice, language)) : WORDS[language].loses(no)))
    .join(' ');
}

const WORDS = {
  fr: {
    owes: (no: number, amount: string) =>
      say`Attention : la place ${no} perd alors le tarif d’accompagnateur : la différence, ${amount}, sera à régler pour elle aussi.`,
    loses: (no: number) => say`Attention : la place ${no} perd alors le tarif d’accompagnateur.`,
  },
  en: {
    owes: (no: number, amount: string) =>
      `Note that ticket ${no} then loses the companion’s tariff: its difference, ${amount}, will be due too.`,
    loses: (no: number) => `Note that ticket ${no} then loses the companion’s tariff.`,
  },
} satisfies Record<Language, unknown>;
