import type { Actor } from '../domain/actor';
import { CUSTOMER, SYSTEM } from '../domain/actor';

/** DATETIME columns hold UTC (database.ts); the driver gives them as Date. */
export function toIso(column: Date): string {
  return column.toISOString();
}

/** Absent where the column is NULL. */
export function toIsoOrNone(column: Date | null): string | undefined {
  return column === null ? undefined : column.toISOString();
}

/** As a JSON column takes it. */
export function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The way back from `actorName`. */
export function parseActor(column: string): Actor {
  const [role, id] = column.split(':');
  if (role === 'customer') return CUSTOMER;
  if (role === 'reviewer' || role === 'staff' || role === 'api-key') return { role, id: Number(id) };
  return SYSTEM;
}

/** Strict mode refuses a text that is longer than its column. */
export function cut(text: string | undefined, length: number): string | null {
  return text === undefined ? null : text.slice(0, length);
}
