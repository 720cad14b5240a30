import { Refusal } from '../../src/domain/refusal';
import { PHARE } from '../people';
import { readinessOf } from '../../src/domain/sale/readiness';
import type { ReadinessFacts } from '../../src/domain/sale/readiness-facts';
import { SERVICES } from '../../src/domain/sale/service-check';
import type { SaleRule } from '../../src/domain/sale/sale-rule';
import type { PerformanceReadiness, Publications, Readiness } from '../../src/ports/sale/readiness';
import type { Allocations, SaleRules } from '../../src/ports/sale/sale-rules';

const RULE: SaleRule = {
  channel: 'INTERNET',
  opensAt: '2026-12-01T09:00:00.000Z',
  closesAt: '2027-01-16T18:30:00.000Z',
  maxSeats: 6,
  tariffs: ['PLEIN', 'ETUD'],
  deliveryMethods: ['print-at-home', 'held-for-proof'],
};

/** When the services were last asked, and all answered. */
const NOON = '2027-01-04T11:00:00.000Z';

/** Le Phare d’hiver, ready to go online and not there yet. */
export const READY: ReadinessFacts = {
  performanceId: PHARE.id,
  now: NOON,
  startsAt: PHARE.startsAt,
  seating: 'numbered',
  sameRoom: [],
  tillOperators: ['GUICHET', 'INTERNET'],
  channels: [{ code: 'INTERNET', tillOperator: 'INTERNET' }],
  paymentMethods: ['CB INTERNET'],
  deliveryMethods: [
    { code: 'held-for-proof', name: { fr: 'Envoi soumis à justificatif', en: 'Sent once the proof is checked' } },
    { code: 'print-at-home', name: { fr: 'Impression à domicile', en: 'Print at home' }, template: 'a4' },
  ],
  tariffs: [
    { code: 'PLEIN', name: { fr: 'Plein tarif', en: 'Full tariff' }, needsProof: false, proofTypes: 0 },
    { code: 'ETUD', name: { fr: 'Étudiant', en: 'Student' }, needsProof: true, proofTypes: 2 },
  ],
  grid: [
    { category: '1', tariff: 'PLEIN', price: 2400 },
    { category: '1', tariff: 'ETUD', price: 1400 },
  ],
  places: [{ category: '1', count: 120 }],
  templates: [{ code: 'a4', seating: 'numbered' }],
  heldTemplate: 'a4',
  rule: RULE,
  mentions: { organizer: 'Association des Mariniers', licences: ['PLATESV-D-2024-001172'] },
  unwrittenPages: [],
  review: {
    proofsOnline: true,
    reviewers: ['Billetterie', 'Sophie Marchand'],
    escalationAddress: 'direction@theatre-des-mariniers.example',
    inboxAddress: 'validation@theatre-des-mariniers.example',
    authentication: { mode: 'ar', authservId: 'mx.theatre-des-mariniers.example' },
    venues: 1,
    inboxes: ['validation@theatre-des-mariniers.example'],
    writtenTo: ['billetterie@theatre-des-mariniers.example', 'sophie@theatre-des-mariniers.example'],
  },
  services: SERVICES.map((service) => ({ service, outcome: 'ok', at: NOON, okAt: NOON })),
};

/** One performance, as `facts` say. */
export function fakeReadiness(facts: ReadinessFacts = READY): Readiness & Publications {
  let publishedAt = facts.publishedAt;
  const answer = (): PerformanceReadiness => ({ performance: PHARE, facts: { ...facts, publishedAt }, ...readinessOf(facts) });
  return {
    of: (id) => Promise.resolve(id === facts.performanceId ? answer() : undefined),
    ofShow: () => Promise.resolve([answer()]),
    toCome: () => Promise.resolve([answer()]),
    publish: async (_id, { at }, allow) => {
      allow(answer());
      publishedAt ??= at;
    },
    unpublish: () => Promise.resolve(void (publishedAt = undefined)),
  };
}

export function fakeSaleRules(): SaleRules {
  const rules = new Map([[RULE.channel, RULE]]);
  return {
    of: () => Promise.resolve([...rules.values()]),
    put: async (_id, rule, { unchanged }) => {
      if (unchanged?.(rules.get(rule.channel)) === false) throw new Refusal('changed-meanwhile', 'Another one stands.');
      rules.set(rule.channel, rule);
    },
    remove: (_id, channel) => Promise.resolve(void rules.delete(channel)),
  };
}

export function fakeAllocations(): Allocations {
  const nothing = () => Promise.resolve();
  return {
    of: () => Promise.resolve({ allocations: [], unallocated: [{ category: '1', free: 120, held: 0, sold: 0, closed: 0 }] }),
    ...{ create: nothing, topUp: nothing, giveBack: nothing },
  };
}
