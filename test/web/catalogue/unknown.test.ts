import { apiRoutes } from '../../../src/web/nouns';
import { createCsrf } from '../../../src/web/csrf';
import type { Office } from './office';
import { openOffice } from './office';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('whoever reads of a thing that is not there is told so, and never gets an empty answer', async () => {
  const { needs } = office;
  const named = apiRoutes({ needs, csrf: createCsrf(needs.settings) }).filter(({ method, path }) => method === 'get' && path.includes('{'));
  expect(named.length).toBeGreaterThan(15);
  const answers = await Promise.all(
    named.map(async ({ path }) => {
      const address = path.replace('{reference}', '0000-0000').replace('{kind}', 'tickets').replace('{language}', 'fr');
      const { status } = await office.call('get', address.replace('{seating}', 'free').replaceAll(/\{\w+\}/g, '999999'));
      return [path, status] as const;
    }),
  );
  expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
});

test.each(['receipts', 'orders', 'customers', 'catalogue/changes'])('no page of %s follows what is no end of another', async (list) => {
  for (const after of ['zzz', '1.x', '9999999999999999999.1', '999999999999999.1', '1e3', '0x10', '']) {
    const { status, body } = await office.call('get', `/${list}?after=${after}`);
    expect([after, status, body.code]).toEqual([after, 400, 'input-invalid']);
    expect(body.errors).toMatchObject([{ in: 'query', pointer: '#/after' }]);
  }
});
