import { readinessOf, type ReadinessFacts } from '../../../src/domain/sale/readiness';
import { READY } from '../../fakes/sale';

const NOTHING: ReadinessFacts = {
  ...READY,
  ...{ tillOperators: [], channels: [], paymentMethods: [], deliveryMethods: [], tariffs: [], grid: [], places: [], templates: [] },
  rule: undefined,
  mentions: { organizer: '', licences: [] },
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
  expect(missing({ ...facts, grid: [...READY.grid, { category: '2', tariff: 'PLEIN' }, { category: '2', tariff: 'ETUD' }] })).toEqual([]);
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
