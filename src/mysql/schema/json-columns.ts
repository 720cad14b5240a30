import { z } from 'zod';
import type { LetterSubject } from '../../domain/letter';
import type { Wording } from '../../domain/language';
import { PROOF_FORMATS } from '../../domain/proof-rules';
import { FIXED, type ValidityRule } from '../../domain/sale/validity';
import { DEADLINE_OUTCOMES, DEFAULT_POLICY, type VenuePolicy } from '../../domain/venue-policy';
import { jsonColumn } from './json-column';

const wording: z.ZodType<Wording> = z.object({ fr: z.string(), en: z.string() });
const directions = z.array(wording);
const advice = z.array(z.object({ title: wording, text: wording }));
const seats = z.array(z.number());

export const tariffName = jsonColumn('tariffs.name', wording);
export const tariffValidity = jsonColumn('tariffs.validity', wording);
export const proofTypeName = jsonColumn('proof_types.name', wording);
export const deliveryMethodName = jsonColumn('delivery_methods.name', wording);
export const showPresentation = jsonColumn('shows.presentation', wording);
export const showPractical = jsonColumn('shows.practical', wording);
export const templateAdvice = jsonColumn('ticket_templates.advice', advice);
export const templateDirections = jsonColumn('ticket_templates.directions', directions);
export const reviewSeats = jsonColumn('reviews.seats', seats);

const fixed = z.custom<keyof typeof FIXED>((kind) => typeof kind === 'string' && Object.hasOwn(FIXED, kind));
const on = z.enum(['order', 'performance']).optional();
const rule: z.ZodType<ValidityRule> = z.union([
  z.object({ kind: fixed, on }),
  z.object({ kind: z.literal('issued-within'), months: z.number(), orPeriod: z.boolean().optional(), on }),
  z.object({ kind: z.enum(['younger-than', 'at-least']), years: z.number(), on }),
  z.object({ kind: z.literal('quantity'), people: z.number(), on }),
]);

/** A tariff without a rule has an empty one. */
export const tariffRule = jsonColumn('tariffs.validity_rule', z.union([rule, z.strictObject({}).transform(() => undefined)]));

/** A setting that is newer than what was written has its default. */
export const policySchema: z.ZodType<VenuePolicy> = z.looseObject({
  proofsOnline: z.boolean().default(DEFAULT_POLICY.proofsOnline),
  deadlineMs: z.number().default(DEFAULT_POLICY.deadlineMs),
  undoMs: z.number().default(DEFAULT_POLICY.undoMs),
  gatherMs: z.number().default(DEFAULT_POLICY.gatherMs),
  deadlineOutcome: z.enum(DEADLINE_OUTCOMES).default(DEFAULT_POLICY.deadlineOutcome),
  fullPriceAtOnce: z.boolean().default(DEFAULT_POLICY.fullPriceAtOnce),
  doorAllowed: z.boolean().default(DEFAULT_POLICY.doorAllowed),
  nudgeAfterMs: z.number().default(DEFAULT_POLICY.nudgeAfterMs),
});

export const venueLicences = jsonColumn('venues.licences', z.array(z.string()));
export const venueOpeningHours = jsonColumn('venues.opening_hours', wording);
export const venueDirections = jsonColumn('venues.directions', directions);
export const venueAdvice = jsonColumn('venues.advice', advice);
export const venueProofsLabel = jsonColumn('venues.proofs_label', wording);
export const venueProofFormats = jsonColumn('venues.proof_formats', z.array(z.enum(PROOF_FORMATS)));
export const venuePolicy = jsonColumn('venues.policy', policySchema);

const subject: z.ZodType<LetterSubject> = z.looseObject({
  release: z.number().exactOptional(),
  seats: seats.exactOptional(),
  command: z.string().exactOptional(),
  late: seats.exactOptional(),
  unseen: seats.exactOptional(),
  review: z.number().exactOptional(),
  reviewer: z.number().exactOptional(),
  count: z.number().exactOptional(),
  payment: z.number().exactOptional(),
  mail: z.number().exactOptional(),
  copyOf: z.enum(['confirmation', 'tickets']).exactOptional(),
  again: z.string().exactOptional(),
});
export const letterSubject = jsonColumn('outgoing_mail.about', subject);

/** What only a page looks into: ids and codes by name. */
const details = z.record(z.string(), z.unknown());
export const auditDetail = jsonColumn('audit_events.detail', details);
/** Of a customer's link. */
const link = details.nullable().transform((said) => said ?? {});
export const linkBefore = jsonColumn('catalogue_changes.before', link);
export const linkAfter = jsonColumn('catalogue_changes.after', link);
/** Whatever the thing was and is that somebody changed. */
export const changedBefore = jsonColumn('catalogue_changes.before', z.unknown());
export const changedAfter = jsonColumn('catalogue_changes.after', z.unknown());
