import { randomBytes } from 'node:crypto';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import type { RequestHandler } from 'express';

/** One line a request: method, path without its secrets, status, time. No header, query, address or name. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    genReqId: () => newReference(),
    autoLogging: { ignore: (request) => QUIET.test(request.url ?? '') },
    customLogLevel: (_request, response, fault) => (fault || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (request: { id: unknown; method: unknown; url: unknown }) => ({
        id: request.id,
        method: request.method,
        path: safePath(String(request.url)),
      }),
      res: (response: { statusCode: unknown }) => ({ status: response.statusCode }),
      err: faultLine,
    },
  });
}

/** E-5T2K: what a reader quotes on the telephone, and what a log line carries. */
export function newReference(): string {
  return `E-${[...randomBytes(4)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')}`;
}

/** Secrets of letters have 32 letters, keys more: nothing as long stands in the log, wherever somebody put it. */
const SECRET = /\w{20,}/g;

/** A mail address is somebody: whatever part of a path has its sign, however that is written. */
const ADDRESS = /[^/]*[@\uFE6B\uFF20][^/]*/g;

/** A path as a log may keep it: no query, no mail address and no secret of a letter. */
function safePath(url: string): string {
  const path = decoded(url.split('?', 1)[0] ?? '');
  const door = /^\/+(c|entrer|guichet\/+bienvenue)\/+./i.exec(path);
  if (door) return `/${(door[1] ?? '').toLowerCase()}/…`;
  return path
    .replaceAll(ADDRESS, '…')
    .replaceAll(SECRET, '…')
    .replaceAll(/[\p{C}\p{Z}]/gu, '');
}

/** Letters may be written in more than one way (%63 is c), and more than once over. */
function decoded(path: string): string {
  try {
    const once = decodeURIComponent(path);
    return once === path ? path : decoded(once);
  } catch {
    return '(not readable)';
  }
}

/** A fault without what people wrote: a database's message quotes the values of the query. */
export function faultLine(fault: unknown): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault ? fault.code : undefined;
  const message = 'sql' in fault || 'sqlMessage' in fault ? 'a query failed' : fault.message;
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 12); // prettier-ignore
  return { type: fault.name, code, message, frames, ...(fault.cause === undefined ? {} : { cause: faultLine(fault.cause) }) };
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const QUIET = /^\/(assets|livez|readyz)/;
