import type { Receipts, TillTotal } from '../../src/ports/sale/receipts';
import type { Statistics } from '../../src/ports/sale/statistics';
import type { SoldLine } from '../../src/domain/sale/statistics';

/** A day's till, as it was counted. */
export function fakeReceipts(totals: readonly TillTotal[] = []): Receipts {
  return {
    list: () => Promise.resolve({ receipts: [] }),
    totals: () => Promise.resolve(totals),
    operators: () => Promise.resolve([{ code: 'GUICHET', name: 'Guichet' }]),
  };
}

export function fakeStatistics(lines: readonly SoldLine[] = []): Statistics {
  return { sold: () => Promise.resolve(lines) };
}
