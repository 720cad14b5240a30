import type { Counter } from '../../ports/sale/receipts';

/** As people at the till know it; the code of what is no longer, or never was, theirs to choose. */
export function nameOf(code: string, among: Counter['methods']): string {
  return among.find((one) => one.code === code)?.name ?? code;
}
