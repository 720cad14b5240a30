import { z } from 'zod';
import type { ChosenSeat } from '../../use-cases/basket/fill-basket';
import type { Offer } from '../../domain/sale/offer';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { LARGEST_NUMERAL } from '../typed-text';
import type { SessionBasket } from './session-basket';
import { shownBasket } from './session-basket';

/** What somebody wants: kept by the page itself, so that it outlives the session. It names nobody and opens nothing. */
export interface Choice {
  readonly performanceId: number;
  readonly seats: readonly ChosenSeat[];
}

const Code = z.string().min(1).max(40);
const OurNumber = z.int().positive().max(LARGEST_NUMERAL);
const Written = z.tuple([
  OurNumber,
  z
    .array(z.tuple([Code, Code, OurNumber.nullable()]))
    .min(1)
    .max(60),
]);

export function choiceText({ performanceId, seats }: Choice): string {
  const written = [performanceId, seats.map(({ tariff, category, place }) => [tariff, category, place ?? null])];
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** `undefined`: there is none, or nothing that we have written. */
export function readChoice(input: unknown): Choice | undefined {
  const text = fieldOf(input, 'choix');
  const written = Written.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (!written.success) return undefined;
  const [performanceId, seats] = written.data;
  return { performanceId, seats: seats.map(([tariff, category, place]) => ({ tariff, category, place: place ?? undefined })) };
}

/** Every form of a basket carries what its page showed, and what was chosen. */
export function choiceFields(offer: Offer, basket: SessionBasket): Html {
  return html`${hidden('choix', choiceText(basket))} ${hidden('shown', shownBasket(offer, basket))}`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** A form's or a query's field, when it is one text. */
export function fieldOf(input: unknown, name: string): string {
  const value = typeof input === 'object' && input !== null ? new Map<string, unknown>(Object.entries(input)).get(name) : undefined;
  return typeof value === 'string' ? value : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
