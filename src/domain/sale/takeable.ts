import type { Wording } from '../language';
import type { Companionship } from '../order/state';

/** What of a tariff decides how many seats of it one order may hold. */
export interface CountedTariff {
  readonly code: string;
  readonly name: Wording;
  readonly companionship?: Companionship | undefined;
  readonly maxPerOrder?: number | undefined;
  readonly minPerOrder?: number | undefined;
}

interface Sold {
  readonly tariffs: readonly CountedTariff[];
  /** The most that one order can hold. */
  readonly maxSeats: number;
}

/** What of a sale some order can hold: a tariff may have changed since it was put on sale. */
export function takeable<Tariff extends CountedTariff>(tariffs: readonly Tariff[], maxSeats: number): readonly Tariff[] {
  return tariffs.filter((tariff) => whyNotTakeable(tariff, { tariffs, maxSeats }) === undefined);
}

/** Why no order can hold this tariff beside those that are sold with it; `undefined`: one can. */
export function whyNotTakeable(tariff: CountedTariff, { tariffs, maxSeats }: Sold): Wording | undefined {
  const { fr, en } = tariff.name;
  const least = leastOf(tariff);
  if (least > mostOf(tariff, maxSeats))
    return {
      fr: `Le tarif « ${fr} » se prend à partir de ${least} places, et une commande en compte ${mostOf(tariff, maxSeats)} au plus.`,
      en: `The tariff “${en}” is taken from ${least} seats on, and an order has at most ${mostOf(tariff, maxSeats)}.`,
    };
  if (tariff.companionship !== 'companion') return undefined;
  const holders = tariffs.filter((one) => one.companionship === 'holder' && leastOf(one) <= mostOf(one, maxSeats));
  if (holders.length === 0)
    return {
      fr: `Le tarif « ${fr} » va avec celui de la personne accompagnée, qui n’est pas proposé.`,
      en: `The tariff “${en}” comes with that of the person accompanied, which is not offered.`,
    };
  // one for one
  const accompanied = Math.max(least, Math.min(...holders.map(leastOf)));
  if (accompanied + least <= maxSeats && accompanied <= holders.reduce((sum, one) => sum + mostOf(one, maxSeats), 0)) return undefined;
  return {
    fr: `Le tarif « ${fr} » va avec celui de la personne accompagnée : une commande n’a pas assez de places pour les deux.`,
    en: `The tariff “${en}” comes with that of the person accompanied: an order has too few seats for both.`,
  };
}

function leastOf({ minPerOrder = 1 }: CountedTariff): number {
  return minPerOrder;
}

function mostOf({ maxPerOrder = Infinity }: CountedTariff, maxSeats: number): number {
  return Math.min(maxPerOrder, maxSeats);
}
