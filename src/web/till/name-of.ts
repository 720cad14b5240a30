import type { Counter } from '../../ports/sale/receipts';

/** As people know it. */
export function nameOf(code: string, among: Counter['methods']): string {
  return among.find((one) => one.code === code)?.name ?? code;
}
