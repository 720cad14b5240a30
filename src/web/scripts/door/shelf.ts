// What the door's page keeps on this device: keys, the tickets of the house, and what the server has not heard yet. No name.
import type { EntryOfDevice, LineOfDevice, ListForDevice } from '../../check-in/device';
import { keptLists } from './kept';
import { said } from './page';

const LONGEST_MS = 8 * 24 * 3_600_000;

/** The server's list, and by how much this device's clock was ahead when it came. */
export type KeptList = Omit<ListForDevice, 'count'> & { readonly fastMs: number };

/** An entry that was made here, with the ticket that it is of. */
export type KeptEntry = EntryOfDevice & { readonly uid: string; readonly offlineAt: string };

export function listHere(): KeptList | undefined {
  return readList(`porte-${said('door')}-list`);
}

function writeHere(list: KeptList): void {
  localStorage.setItem(`porte-${said('door')}-list`, JSON.stringify(list));
}

/** A list serves its evening; a device that is made ready may hold it some days before. */
export function forgetOldLists(): void {
  for (const name of keptLists()) {
    const { at } = readList(name) ?? {};
    if (at === undefined || Date.now() - Date.parse(at) > LONGEST_MS) localStorage.removeItem(name);
  }
}

export function waiting(): readonly KeptEntry[] {
  return waitingAt(said('door'));
}

/** At whichever house this device let somebody in. */
export function waitingAt(house: string): readonly KeptEntry[] {
  return JSON.parse(localStorage.getItem(`porte-${house}-waiting`) ?? '[]');
}

export function writeWaiting(house: string, entries: readonly KeptEntry[]): void {
  localStorage.setItem(`porte-${house}-waiting`, JSON.stringify(entries));
}

export function housesWaiting(): readonly string[] {
  const houses = Object.keys(localStorage).map((name) => /^porte-(\d+)-waiting$/.exec(name)?.[1]);
  return houses.filter((house) => house !== undefined).filter((house) => waitingAt(house).length > 0);
}

/** Every entry that the server has not heard yet, whichever house it is of. */
export function unsent(): number {
  return housesWaiting().reduce((sum, house) => sum + waitingAt(house).length, 0);
}

/** What was let in here since the list was begun is not yet on it. */
export function writeList({ at, from, keys, tickets }: ListForDevice): void {
  const here = (listHere()?.tickets ?? []).filter(({ usedAt }) => usedAt !== undefined && usedAt >= at);
  const since = new Map(here.map((one) => [one.uid, one]));
  writeHere({
    ...{ at, from, keys, fastMs: Date.now() - Date.parse(at) },
    tickets: tickets.map((one) => (one.admission === 'valid' ? (since.get(one.uid) ?? one) : one)),
  });
}

export function mark(uid: string, usedAt: string | undefined): void {
  const list = listHere();
  const used = (one: LineOfDevice): LineOfDevice => ({ ...one, admission: 'used', usedAt });
  if (list) writeHere({ ...list, tickets: list.tickets.map((one) => (one.uid === uid ? used(one) : one)) });
}

/** By the server's clock, as far as this device knows it. */
export function nowByTheServer(): string {
  return new Date(Date.now() - (listHere()?.fastMs ?? 0)).toISOString();
}

function readList(name: string): KeptList | undefined {
  return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
}
