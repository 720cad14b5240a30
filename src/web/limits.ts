import { rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../domain/refusal';

/** Requests a minute that one address may make at each kind of door. 0 lifts the limit. */
export interface RequestLimits {
  readonly pages: number;
  readonly uploads: number;
  readonly orders: number;
  /** Doors where something secret could be guessed; attempts are counted in the database as well. */
  readonly secrets: number;
  readonly api: number;
  readonly notifications: number;
}

export const USUAL_LIMITS: RequestLimits = { pages: 600, uploads: 60, orders: 60, secrets: 20, api: 600, notifications: 6000 };

/** Kept per process: a first dam. What must be counted exactly is counted in the database. */
export function limitTo(perMinute: number, { skip = () => false }: { readonly skip?: (request: Request) => boolean } = {}): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skip,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new Refusal('too-many-tries', 'Too many requests from one address.')),
  });
}
