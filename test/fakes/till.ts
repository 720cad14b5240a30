import type { Receipts, TillTotal } from '../../src/ports/sale/receipts';
import type { Statistics } from '../../src/ports/sale/statistics';
import type { SoldLine } from '../../src/domain/sale/statistics';

const COUNTER = {
  operators: [{ code: 'GUICHET', name: 'Guichet' }],
  methods: [
    { code: 'CB GUICHET', name: 'Carte bancaire' },
    { code: 'ESPECES', name: 'Espèces' },
  ],
  channels: [{ code: 'GUICHET', name: 'Guichet' }],
};

/** A day's till, as it was counted. */
export function fakeReceipts(totals: readonly TillTotal[] = []): Receipts {
  return {
    list: () => Promise.resolve({ receipts: [] }),
    totals: () => Promise.resolve(totals),
    names: () =>
      Promise.resolve({
        operators: [...COUNTER.operators, { code: 'INTERNET', name: 'Caisse internet' }],
        methods: [...COUNTER.methods, { code: 'CB INTERNET', name: 'Carte bancaire sur internet' }],
        channels: [...COUNTER.channels, { code: 'INTERNET', name: 'Internet' }],
      }),
    counter: () => Promise.resolve(COUNTER),
  };
}

export function fakeStatistics(lines: readonly SoldLine[] = []): Statistics {
  return { sold: () => Promise.resolve(lines) };
}
