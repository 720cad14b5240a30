import { lineOf, percentile } from '../../bench/figure';

test('a line names its fields as docs/contracts.md does, and leaves out what it has not', () => {
  const line = lineOf({ unit: 'ms', aim: 20, figure: 'ticket-cpu', value: 17.2 });
  expect(line).toBe('{"figure":"ticket-cpu","value":17.2,"unit":"ms","aim":20}');
});

test('a comparison carries what stands beside it and the ratio', () => {
  const line = lineOf({
    ratio: 0.75,
    figure: 'orders-beside-bare',
    value: 9,
    unit: 'orders/s',
    aim: 0.7,
    beside: { what: 'bare workflow', value: 12 },
  });
  expect(line).toBe(
    '{"figure":"orders-beside-bare","value":9,"unit":"orders/s","aim":0.7,"beside":{"what":"bare workflow","value":12},"ratio":0.75}',
  );
  expect(line).not.toContain('\n');
});

test('19 of 20 replies stay below the percentile 0.95', () => {
  const waits = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(percentile(waits, 0.95)).toBe(19);
  expect(percentile(waits, 0.5)).toBe(10);
  expect(percentile([7], 0.95)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow('Nothing was measured');
});
