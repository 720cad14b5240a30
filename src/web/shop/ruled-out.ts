import { uncapital } from '../../domain/first-letter';
import { INTERNET } from '../../domain/sale/channel';
import type { Offer } from '../../domain/sale/offer';
import { isSaleOpen } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { ChosenSeat } from '../../use-cases/basket/fill-basket';
import { priceChosen } from '../../use-cases/basket/fill-basket';
import { say } from '../../wording/typography';
import type { Site, Visit } from '../visit';
import type { Choice } from './choice';
import { refusedWords } from './refused';

interface Chosen {
  readonly seats: readonly ChosenSeat[];
}

/** What the sale rule of now says against these seats; `undefined`: nothing. */
export function ruledOut(offer: Offer, { seats }: Chosen): Refusal | undefined {
  try {
    priceChosen(offer, seats);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
}

/** Why what was chosen cannot be ordered now; `undefined`: it can, as far as rules go. */
export async function whyNot({ needs: { catalogue, clock } }: Site, choice: Choice): Promise<Refusal | undefined> {
  const offer = await catalogue.offer(choice.performanceId, INTERNET);
  if (!offer) return new Refusal('performance-not-found', `No performance ${choice.performanceId} on sale.`);
  if (!isSaleOpen(offer, clock.now())) return new Refusal('sale-closed', 'The sale is not open.');
  return ruledOut(offer, choice);
}

/** The reason, by the name of the tariff that it is about, also of one that is no longer offered. */
export async function reasonWords({ needs }: Site, visit: Visit, refusal: Refusal): Promise<string> {
  const { tariff } = refusal.detail;
  const name = typeof tariff === 'string' ? (await needs.shelves.tariffs.find(tariff))?.value.name[visit.language] : undefined;
  const words = refusedWords(visit, refusal);
  if (name === undefined) return words;
  return visit.language === 'fr' ? say`${name} : ${uncapital(words)}` : `${name}: ${words}`;
}
