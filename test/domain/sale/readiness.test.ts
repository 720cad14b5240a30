import { readinessOf } from '../../../src/domain/sale/readiness';
import type { ReadinessFacts, TariffFacts } from '../../../src/domain/sale/readiness-facts';
import { READY } from '../../fakes/sale';

const NOTHING: ReadinessFacts = {
  ...READY,
  ...{ tillOperators: [], channels: [], paymentMethods: [], deliveryMethods: [], tariffs: [], grid: [], places: [], templates: [] },
  rule: undefined,
  mentions: { organizer: '', licences: [] },
  unwrittenPages: ['terms-of-sale', 'legal-notice'],
};

function missing(facts: ReadinessFacts): readonly string[] {
  return readinessOf(facts).missing.map(({ code }) => code);
}

test('what has everything is ready', () => {
  expect(readinessOf(READY)).toEqual({ ready: true, missing: [] });
});

test('the steps of the box office, one after the other: each disappears when it is made, and only that one', () => {
  const steps: readonly [Partial<ReadinessFacts>, string][] = [
    [{ tillOperators: READY.tillOperators }, 'till-operator'],
    [{ channels: READY.channels }, 'sales-channel'],
    [{ paymentMethods: READY.paymentMethods }, 'payment-method'],
    [{ deliveryMethods: READY.deliveryMethods }, 'delivery-with-template'],
    [{ tariffs: READY.tariffs }, 'tariffs'],
    [{ grid: READY.grid }, 'price-grid'],
    [{ places: READY.places }, 'places'],
    [{ templates: READY.templates }, 'ticket-template-numbered'],
    [{ rule: READY.rule }, 'sale-rule'],
    [{ mentions: READY.mentions }, 'mentions'],
    [{ unwrittenPages: ['legal-notice'] }, 'terms-of-sale'],
    [{ unwrittenPages: [] }, 'legal-notice'],
  ];
  const left = steps.map(([, code]) => code);
  let facts = NOTHING;
  expect(missing(facts)).toEqual(left);
  for (const [made] of steps) {
    facts = { ...facts, ...made };
    left.shift();
    expect(missing(facts)).toEqual(left);
  }
});

test('a rule that sells reduced tariffs offers a method without a template, one that sells full price a method with one', () => {
  const [held, home] = READY.deliveryMethods;
  const rule = READY.rule;
  if (!held || !home || !rule) throw new Error('Nothing is ready.');
  const offering = (...deliveryMethods: readonly string[]) => ({ ...READY, rule: { ...rule, deliveryMethods } });
  expect(readinessOf(offering('print-at-home')).missing).toEqual([
    { code: 'delivery-held-for-proof', where: 'delivery-methods', names: ['ETUD'] },
  ]);
  expect(missing(offering('held-for-proof'))).toEqual(['delivery-with-template']);
  expect(missing({ ...offering('print-at-home'), rule: { ...rule, tariffs: ['PLEIN'], deliveryMethods: ['print-at-home'] } })).toEqual([]);
  expect(missing({ ...offering('held-for-proof'), rule: { ...rule, tariffs: ['ETUD'], deliveryMethods: ['held-for-proof'] } })).toEqual([]);
  // in use no more
  expect(missing({ ...READY, deliveryMethods: [home] })).toEqual(['delivery-held-for-proof']);
});

test('every cell without a price is named', () => {
  const facts = { ...READY, places: [...READY.places, { category: '2', count: 72 }] };
  expect(readinessOf(facts).missing).toEqual([{ code: 'price-cells', where: 'price-grid', names: ['2 × PLEIN', '2 × ETUD'] }]);
  expect(
    missing({
      ...facts,
      grid: [...READY.grid, { category: '2', tariff: 'PLEIN', price: 1800 }, { category: '2', tariff: 'ETUD', price: null }],
    }),
  ).toEqual([]);
});

test('a tariff that asks for a proof says which ones', () => {
  const tariffs = READY.tariffs.map((tariff) => ({ ...tariff, proofTypes: 0 }));
  expect(readinessOf({ ...READY, tariffs }).missing).toEqual([{ code: 'tariff-proof-types', where: 'tariffs', names: ['ETUD'] }]);
});

test('an allocation without a place sells nothing; no allocation is a choice too, while something is left to share', () => {
  const rule = READY.rule && { ...READY.rule, allocation: 'INTERNET' };
  const kept = [{ category: '1', allocation: 'INTERNET', count: 40 }];
  expect(readinessOf({ ...READY, rule }).missing).toEqual([{ code: 'allocation', where: 'places', names: ['INTERNET'] }]);
  expect(missing({ ...READY, rule, places: [...READY.places, ...kept] })).toEqual([]);
  expect(missing({ ...READY, places: kept })).toEqual(['allocation']);
});

test('a template for numbered seats does not print where one sits freely', () => {
  const free: ReadinessFacts = { ...READY, seating: 'free' };
  expect(readinessOf(free).missing).toEqual([{ code: 'ticket-template-free', where: 'ticket-template', names: ['a4'] }]);
  expect(missing({ ...free, templates: [...READY.templates, { code: 'a4', seating: 'free' }] })).toEqual([]);
  // what leaves once a proof is accepted is printed from one too
  expect(readinessOf({ ...READY, heldTemplate: 'justificatif' }).missing).toEqual([
    { code: 'ticket-template-numbered', where: 'ticket-template', names: ['justificatif'] },
  ]);
  // of another name than the method's
  expect(missing({ ...free, templates: [{ code: 'gala', seating: 'free' }] })).toEqual(['ticket-template-free']);
});

test('a tariff that no order of the rule can hold is named; beside its holder, or in a larger order, it is not', () => {
  const [full] = READY.tariffs;
  const { rule } = READY;
  if (!full || !rule) throw new Error('Nothing is ready.');
  const named = (code: string, more: Partial<TariffFacts>) => ({ ...full, ...more, code });
  const group = named('GROUPE', { minPerOrder: 10 });
  const [holder, companion] = [named('PSH', { companionship: 'holder' }), named('PSHACC', { companionship: 'companion' })];
  const idle = (tariffs: readonly TariffFacts[], maxSeats = 6, count = 120) =>
    readinessOf({
      ...READY,
      tariffs,
      places: [{ category: '1', count }],
      grid: tariffs.map(({ code }) => ({ category: '1', tariff: code, price: 1200 })),
      rule: { ...rule, maxSeats, tariffs: tariffs.map(({ code }) => code) },
    }).missing.map(({ code, where, names }) => [code, where, ...names]);
  expect(idle([full, group])).toEqual([['tariff-not-takeable', 'tariffs', 'GROUPE']]);
  expect(idle([group], 10)).toEqual([]);
  expect(idle([group], 10, 9)).toEqual([['tariff-not-takeable', 'tariffs', 'GROUPE']]);
  expect(idle([companion])).toEqual([['tariff-not-takeable', 'tariffs', 'PSHACC']]);
  expect(idle([full, companion])).toEqual([['tariff-not-takeable', 'tariffs', 'PSHACC']]);
  expect(idle([holder, companion])).toEqual([]);
  expect(idle([holder, companion], 1)).toEqual([['tariff-not-takeable', 'tariffs', 'PSHACC']]);
  expect(idle([{ ...holder, minPerOrder: 10 }, companion])).toEqual([['tariff-not-takeable', 'tariffs', 'PSH', 'PSHACC']]);
});

const trouble = (change: Partial<ReadinessFacts>) =>
  readinessOf({ ...READY, ...change }).missing.map(({ code, names }) => [code, ...names]);
const review = (change: Partial<ReadinessFacts['review']>) => trouble({ review: { ...READY.review, ...change } });

test('proofs wait for somebody, and alerts reach somebody', () => {
  expect(review({ reviewers: [] })).toEqual([['reviewers']]);
  expect(review({ escalationAddress: READY.review.inboxAddress })).toEqual([['escalation-address', READY.review.inboxAddress]]);
  // kept before it was refused: what is written to them is read as a reply
  const loop = 'Validation+sub@theatre-des-mariniers.example';
  expect(review({ writtenTo: [...READY.review.writtenTo, loop] })).toEqual([['own-inbox', loop]]);
  expect(review({ inboxes: [READY.review.inboxAddress, 'billetterie@theatre-des-mariniers.example'] })).toEqual([
    ['own-inbox', 'billetterie@theatre-des-mariniers.example'],
  ]);
  // nothing is looked at: nobody need look
  expect(review({ reviewers: [], proofsOnline: false, authentication: { mode: 'ar' } })).toEqual([]);
});

test('replies come in where they are read, and are judged', () => {
  expect(review({ authentication: { mode: 'ar' } })).toEqual([['sender-authentication', 'ar']]);
  expect(review({ authentication: { mode: 'none' } })).toEqual([['sender-authentication', 'none']]);
  expect(review({ authentication: { mode: 'mailauth' } })).toEqual([]);
  const long = `${'a'.repeat(30)}@theatre.example`;
  expect(review({ inboxAddress: long })).toEqual([['inbox-address', long]]);
  const services = READY.services.map((check) => (check.service === 'inbox' ? { ...check, mailbox: 'autre@lieu.example' } : check));
  expect(trouble({ services })).toEqual([]);
  expect(trouble({ services, review: { ...READY.review, venues: 2 } })).toEqual([['inbox-of-another', READY.review.inboxAddress]]);
});

test('a server that was not asked, is not asked any more or does not answer is not there', () => {
  expect(trouble({ services: [] })).toEqual([
    ['payment-provider', 'never'],
    ['inbox', 'never'],
    ['letters', 'never'],
    ['stories', 'never'],
  ]);
  const { now } = READY;
  const later = new Date(Date.parse(now) + 5 * 60_000 + 1).toISOString();
  expect(trouble({ now: later }).map(([, how]) => how)).toEqual(['stale', 'stale', 'stale', 'stale']);
  const refused = READY.services.map((check) => ({ ...check, outcome: 'refused' }) as const);
  expect(trouble({ services: refused }).map(([, how]) => how)).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('an evening is to come, has its room, and is sold until it starts', () => {
  const rule = READY.rule && { ...READY.rule, closesAt: '2027-01-16T19:31:00.000Z' };
  expect(trouble({ rule })).toEqual([['sale-after-start']]);
  expect(trouble({ sameRoom: [{ id: 32, showTitle: 'Le Bal des éclusiers' }] })).toEqual([['room-taken', '32']]);
  const over = { now: '2027-01-16T20:00:00.000Z', services: READY.services.map((check) => ({ ...check, at: '2027-01-16T20:00:00.000Z' })) };
  expect(trouble(over)).toEqual([['sale-over'], ['performance-past']]);
  // what was online comes to its end, and lacks nothing
  expect(trouble({ ...over, publishedAt: '2026-12-01T09:00:00.000Z' })).toEqual([]);
});

test('a cell that is said not to be sold is no gap; a tariff without any price is', () => {
  const unsold = READY.grid.map((cell) => (cell.tariff === 'ETUD' ? { ...cell, price: null } : cell));
  expect(trouble({ grid: unsold })).toEqual([['tariff-without-price', 'ETUD']]);
});
