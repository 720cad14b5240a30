import { createHash } from 'node:crypto';
import { rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../domain/refusal';

/** Requests a minute that one address may make at each kind of door. 0 lifts the limit. */
export interface RequestLimits {
  readonly pages: number;
  readonly uploads: number;
  readonly orders: number;
  /** Orders of one key: a program that sells for many comes from one address. */
  readonly keyedOrders: number;
  /** Doors where something secret could be guessed; attempts are counted in the database as well. */
  readonly secrets: number;
  readonly api: number;
  readonly notifications: number;
}

export const USUAL_LIMITS: RequestLimits = {
  pages: 600,
  uploads: 60,
  orders: 60,
  keyedOrders: 600,
  secrets: 20,
  api: 600,
  notifications: 6000,
};

/** Kept per process: a first dam. What must be counted exactly is counted in the database. */
export function limitTo(perMinute: number, { skip = () => false, keyGenerator }: Counting = {}): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skip,
    ...(keyGenerator && { keyGenerator }),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, _response, next) =>
      next(new Refusal('too-many-tries', 'Too many requests at once.', { seconds: secondsLeft(request) })),
  });
}

interface Counting {
  readonly skip?: (request: Request) => boolean;
  /** For whom it counts; without one, for the client's address. */
  readonly keyGenerator?: (request: Request) => string;
}

/** Until its minute is over; `rateLimit` is what express-rate-limit notes on the request. */
function secondsLeft(request: Request & { readonly rateLimit?: { readonly resetTime?: Date | undefined } }): number {
  const reset = request.rateLimit?.resetTime?.getTime() ?? Date.now() + 60_000;
  return Math.min(60, Math.max(1, Math.ceil((reset - Date.now()) / 1000)));
}

const namesAKey = (request: Request): boolean => request.get('authorization') !== undefined;

/** Whoever names a key is counted by it: a program and the visitors behind the same address take nothing from each other. */
export function limitOrders({ orders, keyedOrders, api }: RequestLimits): readonly RequestHandler[] {
  const keyGenerator = (request: Request) =>
    createHash('sha256')
      .update(request.get('authorization') ?? '')
      .digest('base64url');
  return [
    limitTo(orders, { skip: namesAKey }),
    limitTo(keyedOrders, { skip: (request) => !namesAKey(request), keyGenerator }),
    // whoever makes keys up has a new one each time
    limitTo(api * 10, { skip: (request) => !namesAKey(request) }),
  ];
}
