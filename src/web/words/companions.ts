import type { Language, Wording } from '../../domain/language';
import type { Refusal } from '../../domain/refusal';
import type { SeatView } from '../../domain/order-view';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';

/** What becomes of companions when the difference of the person accompanied is paid; empty where nothing does. */
export function companionsLose(seats: readonly Pick<SeatView, 'no' | 'toFullPrice'>[], language: Language): string {
  return seats
    .map(({ no, toFullPrice }) => (toFullPrice > 0 ? WORDS[language].owes(no, euros(toFullPrice, language)) : WORDS[language].loses(no)))
    .join(' ');
}

/** More companions than people accompanied, both counted; `undefined`: another refusal, or nobody is accompanied. */
export function tooManyCompanions({ code, detail: { companions, accompanied } }: Pick<Refusal, 'code' | 'detail'>): Wording | undefined {
  if (code !== 'companion-without-holder' || companions === undefined || !(Number(accompanied) > 0)) return undefined;
  return {
    fr: say`Une place d’accompagnateur par personne accompagnée : ${Number(companions)} demandées pour ${Number(accompanied)}.`,
    en: `One companion’s seat for each person accompanied: ${companions} asked for ${accompanied}.`,
  };
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
