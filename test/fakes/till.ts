import type { Receipts, TillTotal } from '../../src/ports/sale/receipts';
import type { Statistics } from '../../src/ports/sale/statistics';
import type { SoldLine } from '../../src/domain/sale/statistics';

/** A day's till, as it was counted. */
export function fakeReceipts(totals: readonly TillTotal[] = []): Receipts {
  return {
    list: () => Promise.resolve({ receipts: [] }),
    totals: () => Promise.resolve(totals),
    counter: () =>
      Promise.resolve({
        operators: [{ code: 'GUICHET', name: 'Guichet' }],
        methods: [
          { code: 'CB GUICHET', name: 'Carte bancaire' },
          { code: 'ESPECES', name: 'Espèces' },
        ],
        channels: [{ code: 'GUICHET', name: 'Guichet' }],
      }),
  };
}

export function fakeStatistics(lines: readonly SoldLine[] = []): Statistics {
  return { sold: () => Promise.resolve(lines) };
}
