import { HOUR } from '../../src/domain/time';
import * as messages from '../../workflows/messages';
import type { SkippedTime } from './skipped-time';
import { skipTime } from './skipped-time';

/** What changes while a letter with tickets is handed over. */

let env: SkippedTime['env'];
let office: SkippedTime['office'];
let pay: SkippedTime['pay'];
let close: SkippedTime['close'];

beforeAll(async () => {
  ({ env, office, pay, close } = await skipTime());
});

afterAll(() => close());

test.each([
  ['before their letter was written', 0],
  ['while their letter was handed over', 1],
] as const)('a difference of tickets is settled %s: they leave again %i times', async (_when, again) => {
  const { order, handle, head, last } = await pay();
  const settle = () =>
    handle.executeUpdate(messages.takeDifference, {
      args: [{ ...head('take'), seat: 2, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' }],
    });
  const arrive = office.keepOnItsWay(order, 'tickets');
  if (again === 0) office.mailHostIsAway('tickets', 1);
  await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
  await settle();
  expect(last()?.seats[1]).toMatchObject({ proof: 'upgraded', delivery: 'ready' });
  arrive();
  await env.sleep(60_000);
  expect(last()?.seats[1]).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
  expect(office.kinds(order).filter((kind) => kind === 'tickets-again')).toHaveLength(again);
});

test('tickets that leave when all is over keep no story open', async () => {
  const { order, handle } = await pay({ performanceAt: (await env.currentTimeMs()) + HOUR });
  office.mailHostIsAway('tickets', 1000);
  await env.sleep(5 * HOUR);
  office.mailHostIsAway('tickets', 0);
  await handle.result();
  expect(office.kinds(order)).toContain('tickets');
});
