import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createShelves } from '../../../src/mysql/catalogue/admin/shelves';
import { createReceipts } from '../../../src/mysql/till/receipts';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

/** Nobody sells under a till that an online channel counts in, nor by an online channel: what people sell with is not given to one. */
let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
  await office.knex('till_operators').insert([
    { code: 'BAR', name: 'Bar' },
    { code: 'MOBILE', name: 'Mobile' },
  ]);
  const reference = await office.place();
  await office.payments.take({ order: reference, method: 'ESPECES', channel: 'GUICHET', operator: 'BAR', at: later(1) });
});
afterAll(() => office.close());

async function putOnline(channel: { readonly code: string; readonly tillOperator: string }) {
  const { salesChannels } = createShelves({ knex: office.knex, recordChange });
  const version = (await salesChannels.find(channel.code))?.version;
  const change = { by: { role: 'staff', id: 3 }, door: 'desk', at: NOW } as const;
  return salesChannels.put({ ...channel, name: 'En ligne', online: true }, { change, version });
}

/** With what people can sell now. */
async function counter() {
  const { operators, channels } = await createReceipts(office).counter();
  return { tills: operators.map(({ code }) => code), channels: channels.map(({ code }) => code) };
}

test.each([
  ['the counter’s channel put online', { code: 'GUICHET', tillOperator: 'GUICHET' }, '#/online'],
  ['the counter’s channel put online in another till', { code: 'GUICHET', tillOperator: 'INTERNET' }, '#/online'],
  ['another channel put online in the counter’s till', { code: 'PASS CULTURE', tillOperator: 'GUICHET' }, '#/tillOperator'],
  ['a new online channel in the counter’s till', { code: 'APPLI', tillOperator: 'GUICHET' }, '#/tillOperator'],
  ['a new online channel in a till without a channel, under which people sold', { code: 'APPLI', tillOperator: 'BAR' }, '#/tillOperator'],
])('%s is refused, and people go on selling', async (_what, channel, pointer) => {
  const before = await counter();
  await expect(putOnline(channel)).rejects.toMatchObject({ code: 'in-use', faults: [{ pointer }] });
  expect(await counter()).toEqual(before);
  expect(before).toMatchObject({ tills: expect.arrayContaining(['BAR', 'GUICHET']), channels: ['GUICHET'] });
});

test('an online channel in a till of its own, or in one of the internet, takes nothing from anybody', async () => {
  const { channels } = await counter();
  expect(await putOnline({ code: 'APPLI', tillOperator: 'MOBILE' })).toMatchObject({ created: true });
  expect(await putOnline({ code: 'APPLI', tillOperator: 'INTERNET' })).toMatchObject({ created: false });
  expect(await counter()).toEqual({ tills: expect.arrayContaining(['BAR', 'GUICHET', 'MOBILE']), channels });
});

test('what people read has a name, also what nobody sells with', async () => {
  await office.knex('till_operators').insert({ code: 'FERMEE', name: 'Caisse fermée', active: false });
  const { operators, methods, channels } = await createReceipts(office).names();
  expect(operators).toContainEqual({ code: 'FERMEE', name: 'Caisse fermée' });
  for (const named of [operators, channels]) expect(named.map(({ code }) => code)).toEqual(expect.arrayContaining(['INTERNET', 'GUICHET']));
  expect(methods.map(({ code }) => code)).toContain('CB INTERNET');
  expect((await counter()).tills).not.toContain('FERMEE');
});
