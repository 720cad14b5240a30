import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import { REASONS } from '../../domain/decision/reason';
import { DELIVERY_STATES, PAYMENT_STATES, PROOF_STATES, type OrderState } from '../../domain/order/state';
import { jsonColumn } from './json-column';
import { policySchema } from './json-columns';

const actor: z.ZodType<Actor> = z.union([
  z.object({ role: z.enum(['customer', 'system']) }),
  z.object({ role: z.enum(['reviewer', 'staff', 'api-key']), id: z.number() }),
]);

const proof = z.enum(PROOF_STATES);
const reason = z.enum(REASONS).optional();
const numbers = z.array(z.number());

const seat = z.looseObject({
  no: z.number(),
  proof,
  delivery: z.enum(DELIVERY_STATES),
  companionship: z.enum(['holder', 'companion']).optional(),
  reason,
  files: z.array(z.string()).optional(),
  free: z.boolean().optional(),
  differenceTakenAt: z.number().optional(),
  beforeDifference: z.looseObject({ proof, reason, release: z.number().optional() }).optional(),
  release: z.number().optional(),
});

const settling = z.looseObject({
  command: z.string(),
  by: actor,
  settlesAt: z.number(),
  seats: z.array(z.looseObject({ seat: z.number(), was: proof, wasReason: reason })),
});

/** It goes back to the workflow: what a later release has added to it stays in it. */
const state: z.ZodType<OrderState> = z.looseObject({
  ...{ order: z.string(), venue: z.number(), seq: z.number(), payment: z.enum(PAYMENT_STATES), paidAt: z.number() },
  ...{ performanceAt: z.number(), overAt: z.number(), deadlineAt: z.number(), policy: policySchema, seats: z.array(seat) },
  reviewsOpened: z.number(),
  review: z.looseObject({ no: z.number(), openedAt: z.number(), nudged: z.boolean(), escalated: z.boolean() }).optional(),
  gatherUntil: z.number().optional(),
  outdated: z.boolean().optional(),
  askedAt: numbers.optional(),
  settling: z.array(settling),
  cancelledOnTheWay: z.array(z.looseObject({ seat: z.number(), release: z.number(), command: z.string(), by: z.number() })).optional(),
  ...{ releases: z.number(), lastContactAt: z.number(), remindersSent: z.number(), deadlinePassed: z.boolean() },
  refundDueSince: z.number().optional(),
  refundNudges: z.number(),
  owed: z.looseObject({ seats: numbers, payments: numbers, givenBack: numbers.optional() }).optional(),
  free: z.boolean().optional(),
  ...{ cancelled: z.boolean(), performanceOver: z.boolean(), seen: z.array(z.string()) },
});

export const orderStory = jsonColumn('orders.story', state);
