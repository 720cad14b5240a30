import { CABINET } from '../cabinet';

/** Somebody left here while there was no network. */
export const LEFT = 'porte-quitte';

/** Of every house that this device was at. */
export function keptLists(): readonly string[] {
  return Object.keys(localStorage).filter((name) => /^porte-\d+-list$/.test(name));
}

export function forgetLists(): void {
  for (const name of keptLists()) localStorage.removeItem(name);
}

export async function forgetPage(): Promise<void> {
  await globalThis.caches?.delete(CABINET);
}
