import { isForMinors, onDays, validityWords, type ValidityRule } from '../../../src/domain/sale/validity';

const performance = { fr: '16 janvier 2027', en: '16 January 2027' };
const order = { fr: '8 janvier 2027', en: '8 January 2027' };

test.each<readonly [ValidityRule, string, string]>([
  [
    { kind: 'academic-year' },
    'valable pour l’année universitaire qui comprend le 16 janvier 2027',
    'valid for the academic year that includes 16 January 2027',
  ],
  [{ kind: 'younger-than', years: 26 }, 'moins de 26\u00a0ans le 16 janvier 2027', 'under 26 on 16 January 2027'],
  [{ kind: 'at-least', years: 65 }, '65\u00a0ans ou plus le 16 janvier 2027', '65 or over on 16 January 2027'],
  [{ kind: 'quantity', people: 10 }, 'au moins 10\u00a0personnes le 16 janvier 2027', 'at least 10 people on 16 January 2027'],
  [{ kind: 'membership' }, 'adhésion en cours le 16 janvier 2027', 'membership active on 16 January 2027'],
  [
    { kind: 'issued-within', months: 3, orPeriod: true },
    'de moins de 3\u00a0mois le 16 janvier 2027, ou décision en cours ce jour-là',
    'less than 3\u00a0months old on 16 January 2027, or a decision in force on that day',
  ],
  [
    { kind: 'issued-within', months: 6, on: 'order' },
    'de moins de 6\u00a0mois le 8 janvier 2027',
    'less than 6\u00a0months old on 8 January 2027',
  ],
])('a rule in words: %j', (rule, fr, en) => {
  expect(onDays(validityWords(rule), { performance, order })).toEqual({ fr, en });
});

test('before anything is ordered, the day of the order is called so', () => {
  expect(onDays(validityWords({ kind: 'end-date', on: 'order' }), { performance })).toEqual({
    fr: 'valable le jour de la commande',
    en: 'valid on the day of the order',
  });
});

test('minors are those whom the rule says', () => {
  expect([{ kind: 'younger-than', years: 12 }, { kind: 'younger-than', years: 26 }, { kind: 'membership' }, {}].map(isForMinors)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
