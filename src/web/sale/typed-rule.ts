import { z } from 'zod';
import { RefusedEntry } from '../../domain/catalogue/refused-entry';
import { Refusal } from '../../domain/refusal';
import type { SaleRule } from '../../domain/sale/sale-rule';
import { createCalendar } from '../../wording/dates';
import { instantOf, localTime, skippedAround } from './local-time';

/** One box ticked comes as a text, several as a list, none not at all. */
const Ticked = z
  .union([z.string().max(40), z.array(z.string().max(40)).max(100)])
  .optional()
  .transform((codes) => (codes === undefined ? [] : [codes].flat()));

const Typed = z.object({
  opensAt: z.string().max(20),
  closesAt: z.string().max(20),
  maxSeats: z.coerce.number().int(),
  allocation: z.string().max(40).optional(),
  tariffs: Ticked,
  deliveryMethods: Ticked,
});

/** A rule as its form shows it: opening and closing by the venue's clock. */
export type TypedRule = Omit<SaleRule, 'channel'>;

export function readTypedRule(body: unknown): TypedRule {
  const { allocation, ...typed } = Typed.parse(body);
  return { ...typed, allocation: allocation || undefined };
}

export function asTyped({ opensAt, closesAt, ...rule }: SaleRule, zone: string): TypedRule {
  return { ...rule, opensAt: localTime(opensAt, zone), closesAt: localTime(closesAt, zone) };
}

/** Refuses a time that no clock of the venue shows. */
export function ruleOf(typed: TypedRule, { channel, zone }: { readonly channel: string; readonly zone: string }): SaleRule {
  const at = (field: keyof typeof NAMES) => instantAt(typed[field], { field, zone });
  return { ...typed, channel, opensAt: at('opensAt'), closesAt: at('closesAt') };
}

const NAMES = {
  opensAt: { fr: 'Ouverture de la vente', en: 'Opening of the sale' },
  closesAt: { fr: 'Clôture de la vente', en: 'Closing of the sale' },
} as const;

function instantAt(typed: string, { field, zone }: { readonly field: keyof typeof NAMES; readonly zone: string }): string {
  const instant = instantOf(typed, zone);
  if (instant !== undefined) return instant;
  const skipped = skippedAround(typed, zone);
  if (!skipped) throw new Refusal('input-invalid', 'A sale opens and closes at a time.');
  const [fr, en] = [createCalendar('fr', 'utc'), createCalendar('en', 'utc')];
  const says = {
    fr: `${NAMES[field].fr} : cette heure n’existe pas ce jour-là, l’heure change de ${fr.time(skipped.from)} à ${fr.time(skipped.to)}.`,
    en: `${NAMES[field].en}: there is no such time on that day, the clocks go from ${en.time(skipped.from)} to ${en.time(skipped.to)}.`,
  };
  throw new RefusedEntry([{ pointer: `#/${field}`, says }]);
}
