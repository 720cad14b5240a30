import type { Request, RequestHandler } from 'express';
import { ROUTES } from './paths';
import { NotFound } from './problem';
import { isNumeral } from './typed-text';

/** Parameters that are numbers of ours: from 1, and no more than a number can be told apart. */
const NUMBERS: ReadonlySet<string> = new Set(['show', 'performance', 'seat', 'mail', 'page', 'version', 'reviewer', 'staff', 'key']);
/** The same after the question mark. */
const NUMBERS_ASKED = ['venue', 'place', 'page', 'before', 'difference', 'recu', 'garde', 'quarts'] as const;
/** Whatever else an address names is short, and nothing that does not show. */
const LONGEST = 200;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const PATTERNS = Object.values(ROUTES).map((route) => ({
  names: [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
  pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '([^/]+)')}/?$`, 'i'),
}));

/** An address whose parameters cannot name anything is no page of ours: no router, and no query, sees it. */
export const soundPathsOnly: RequestHandler = (request, _response, next) => {
  const matches = PATTERNS.flatMap(({ names, pattern }) => {
    const found = pattern.exec(request.path);
    return found ? [names.every((name, index) => isSound(name, found[index + 1] ?? '')) && asksSoundly(request)] : [];
  });
  next(matches.length === 0 || matches.includes(true) ? undefined : new NotFound());
};

function asksSoundly({ query }: Request): boolean {
  const asked: readonly unknown[] = NUMBERS_ASKED.map((name) => query[name]).filter((value) => value !== undefined);
  return asked.every((value) => typeof value === 'string' && isNumeral(value));
}

function isSound(name: string, written: string): boolean {
  try {
    const value = decodeURIComponent(written);
    return NUMBERS.has(name) ? isNumeral(value) : value.length <= LONGEST && !UNSEEN.test(value);
  } catch {
    // Not an encoding of anything.
    return false;
  }
}
