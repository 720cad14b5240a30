import { createTurns } from '../../src/files/turns';

it('lets two inspect at once, and the third when one of them is done', async () => {
  const turns = createTurns(2);
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const inspection = (who: string): Promise<void> =>
    turns.take(() => {
      begun.push(who);
      return new Promise((resolve) => finish.set(who, resolve));
    });
  const all = ['Léa', 'Karim', 'Sophie', 'Camille'].map(inspection);
  expect(begun).toEqual(['Léa', 'Karim']);
  finish.get('Karim')?.();
  await all[1];
  expect(begun).toEqual(['Léa', 'Karim', 'Sophie']);
  finish.get('Léa')?.();
  await all[0];
  expect(begun).toEqual(['Léa', 'Karim', 'Sophie', 'Camille']);
  finish.get('Sophie')?.();
  finish.get('Camille')?.();
  await Promise.all(all);
});

it('gives the place of one that failed to the next', async () => {
  const turns = createTurns(1);
  const failed = turns.take(() => Promise.reject(new Error('The disk is full.')));
  const next = turns.take(() => Promise.resolve('inspected'));
  await expect(failed).rejects.toThrow('The disk is full.');
  expect(await next).toBe('inspected');
});
