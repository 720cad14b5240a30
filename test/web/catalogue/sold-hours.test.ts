import { inDays, openOffice, stage, type Office } from './office';

let office: Office;
let of: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
});
afterAll(() => office.close());

test('a venue keeps its time zone while seats are sold or kept for an evening that is not over', async () => {
  const { venue, performance } = of;
  const path = `/catalogue/venues/${venue.id}`;
  const moved = async (timeZone: string) => {
    const { id: _, active: __, ...entry } = await office.does('get', path);
    const { status, body } = await office.call('put', path, { ...entry, timeZone });
    return [status, body.code, body.facts, body.errors?.[0]?.pointer];
  };
  const places = office.world.knex('performance_places').where({ performance_id: performance.id });
  const refused = [409, 'in-use', { by: `séance ${performance.id}` }, '#/timeZone'];
  expect((await moved('America/Martinique'))[0]).toBe(200);
  for (const status of ['held', 'sold'] as const) {
    await places.clone().orderBy('id').limit(1).update({ status });
    expect(await moved('Europe/Paris')).toEqual(refused);
  }
  // what it says otherwise may change
  expect((await moved('America/Martinique'))[0]).toBe(200);
  const over = { starts_at: new Date(inDays(-1)), doors_at: new Date(inDays(-1)), ends_at: new Date(inDays(-1, 2)) };
  await office.world.knex('performances').where({ id: performance.id }).update(over);
  expect((await moved('Europe/Paris'))[0]).toBe(200);
});
