import express from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { core, ZodType } from 'zod';
import { jsonReader } from '../named-twice';
import { MediaTypeNotAccepted } from '../problem';
import { z } from './zod';

/** Reads the body of one operation: as much as its schema could ask for, and no more. */
export function bodyReader(schema: ZodType | undefined): (request: Request, response: Response) => Promise<void> {
  const parsers = [jsonReader(bodyLimit(schema)), express.raw({ type: 'text/csv', limit: LARGEST_FILE }), onlyReadBodies];
  return async (request, response) => {
    for (const parser of parsers) await passes(parser, request, response);
  };
}

/** In bytes: whoever escapes every character, and indents, is within it. */
function bodyLimit(schema: ZodType | undefined): number {
  if (schema === undefined) return USUAL;
  const most = mostBytes(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return Math.max(USUAL, Math.ceil(most * INDENTED));
}

const USUAL = 64 * 1024;
const LARGEST_FILE = 512 * 1024;
const INDENTED = 1.25;
/** `\u00e9`, and a pair of them for what lies beyond. */
const ESCAPED = 6;
/** Where a schema says no length. */
const UNTOLD = { string: 1000, array: 100 };
const LONGEST_NUMBER = 25;

type Described = core.JSONSchema.BaseSchema;
type Part = Described | boolean;

function mostBytes(part: Part): number {
  if (typeof part === 'boolean') return UNTOLD.string;
  const { anyOf, oneOf, allOf, const: only, enum: values } = part;
  const choices = anyOf ?? oneOf;
  if (choices) return Math.max(...choices.map(mostBytes));
  if (allOf) return sum(allOf.map(mostBytes));
  if (values ?? only !== undefined) return ESCAPED * JSON.stringify(values ?? only).length;
  if (part.type === 'object')
    return 2 + sum(Object.entries(part.properties ?? {}).map(([name, inner]) => ESCAPED * name.length + 4 + mostBytes(inner)));
  if (part.type === 'array') return 2 + (part.maxItems ?? UNTOLD.array) * (1 + itemBytes(part.items));
  if (part.type === 'string') return 2 + ESCAPED * (part.maxLength ?? UNTOLD.string);
  return part.type === undefined ? ESCAPED * UNTOLD.string : LONGEST_NUMBER;
}

function itemBytes(items: Described['items']): number {
  if (items === undefined) return UNTOLD.string;
  return Array.isArray(items) ? Math.max(...items.map(mostBytes)) : mostBytes(items);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function passes(parser: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((done, failed) => {
    void parser(request, response, (fault?: unknown) => (fault === undefined ? done() : failed(fault)));
  });
}

/** A body that no parser took would be read as an empty one. */
const onlyReadBodies: RequestHandler = (request, _response, next) => {
  const sent = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  next(sent && request.body === undefined ? new MediaTypeNotAccepted(`Not read: ${request.get('content-type')}.`) : undefined);
};
