import express from 'express';
import type { RequestHandler } from 'express';
import { refuseFaults } from '../domain/catalogue/refused-entry';
import { pointerTo } from './problem';

type Step = string | number;

/** An object or a list that is still open; `names`: those that the object has so far. */
interface Open {
  readonly names: Set<string> | undefined;
  step: Step;
  namesNext: boolean;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/gs;

/** Reads JSON in one way: an object that names a member twice has several, and is refused (RFC 8259 4; RFC 7493 2.3). */
export function jsonReader(limit: number | string): RequestHandler {
  return express.json({ limit, verify: (_request, _response, body, encoding) => refuseNamedTwice(textOf(body, encoding)) });
}

function refuseNamedTwice(json: string): void {
  const path = namedTwice(json);
  if (path) refuseFaults([{ pointer: pointerTo(path), says: SAYS }], 'input-invalid');
}

/** Where the first member stands that has its name from one before it. What is no JSON is the parser's to refuse. */
function namedTwice(json: string): readonly Step[] | undefined {
  const open: Open[] = [];
  for (const [token] of json.matchAll(TOKENS)) {
    const here = open.at(-1);
    if (token === '{') open.push({ names: new Set(), step: '', namesNext: true });
    else if (token === '[') open.push({ names: undefined, step: 0, namesNext: false });
    else if (token === '}' || token === ']') open.pop();
    else if (here && token === ',') goOn(here);
    else if (here?.namesNext && isTakenAlready(here, token)) return open.map(({ step }) => step);
  }
  return undefined;
}

function goOn(here: Open): void {
  here.namesNext = here.names !== undefined;
  if (typeof here.step === 'number') here.step += 1;
}

/** The same name may be written in several ways. */
function isTakenAlready(here: Open, token: string): boolean {
  here.step = nameIn(token);
  here.namesNext = false;
  if (here.names?.has(here.step)) return true;
  here.names?.add(here.step);
  return false;
}

function nameIn(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** In which charsets the parser reads; JSON between programs is UTF-8 (RFC 8259 8.1). */
function textOf(body: Buffer, encoding: string): string {
  return new TextDecoder(encoding.replace(/^utf-32.*$/, 'utf-8')).decode(body);
}

const SAYS = {
  fr: 'Ce champ est donné deux fois : une seule valeur est attendue.',
  en: 'This field is given twice: one value is expected.',
};
