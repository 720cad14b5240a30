import type { z } from 'zod';
import type { Row, TableName } from './tables';

type JsonPath = {
  [T in TableName]: { [C in keyof Row<T> & string]: unknown extends Row<T>[C] ? `${T}.${C}` : never }[keyof Row<T> & string];
}[TableName];

/** Reads a JSON column: its schema says what we ever wrote there. A fault names table, column and place, never a value. */
export function jsonColumn<T>(column: JsonPath, schema: z.ZodType<T>): (stored: unknown) => T {
  return (stored) => {
    const { success, data, error } = schema.safeParse(parsed(stored));
    if (success) return data;
    throw new Error(`${column} holds what nobody wrote: ${error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')}`);
  };
}

/** Text or already an object, by server and driver. */
function parsed(stored: unknown): unknown {
  return typeof stored === 'string' ? JSON.parse(stored) : stored;
}
