import { hashSync } from '@node-rs/argon2';
import { createAskSignInLink } from '../../../src/use-cases/access/ask-sign-in-link';
import { createSignIn } from '../../../src/use-cases/access/sign-in';
import { createAttempts } from '../../../src/mysql/access/attempts';
import { createSignInLinks } from '../../../src/mysql/sign-in-links';
import type { OrderView } from '../../../src/domain/order-view';
import type { StaffMember } from '../../../src/ports/staff';
import { stoppedClock } from '../../fakes/clock';
import { fakeLetterBox } from '../../fakes/letters';
import { fakeSecrets } from '../../fakes/secrets';
import { openBoxOffice, type BoxOffice } from '../open-box-office';

/** The real counts, so that strangers at once from everywhere are judged as in a house of several replicas. */
let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.knex('attempts').delete();
});

const PASSWORD = 'un phare dans la brume';
const SOPHIE: StaffMember = {
  id: 7,
  name: 'Sophie Marchand',
  email: 'sophie.marchand@theatre-des-mariniers.example',
  role: 'reviewer',
  passwordHash: hashSync(PASSWORD),
  totpSecret: 'secret',
  accessVersion: 1,
};

function openDoor() {
  const clock = stoppedClock('2027-01-11T16:45:00.000Z');
  const letters = fakeLetterBox();
  let code = 100_000;
  let judged = 0;
  const signIn = createSignIn({
    staff: { byEmail: (email) => Promise.resolve(email === SOPHIE.email ? SOPHIE : undefined) },
    accounts: { signedIn: () => Promise.resolve() },
    attempts: createAttempts({ knex: office.knex }),
    secrets: fakeSecrets(),
    credentials: {
      nobodysHash: 'nobody',
      verifyPassword: (_hash, password) => ((judged += 1), Promise.resolve(password === PASSWORD)),
      verifyCode: (_secret, typed) => Promise.resolve(typed.startsWith('1')),
    },
    ...{ clock, letters },
    sendLetter: () => Promise.resolve('sent' as const),
    newId: () => 'a-device',
    warn: () => undefined,
  });
  const wrong = { email: SOPHIE.email, password: 'admin123', code: '000000', devices: [] };
  return {
    clock,
    letters,
    judged: () => judged,
    strangerTries: (who: string) => signIn({ ...wrong, who }),
    sophieComes: (how: { readonly who: string; readonly devices?: readonly string[] }) =>
      signIn({ devices: [], ...how, email: SOPHIE.email, password: PASSWORD, code: String((code += 1)) }),
    after: (seconds: number) => clock.set(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()),
  };
}

test('a stranger who tries her address all day keeps neither her machine out nor her telephone', async () => {
  const door = openDoor();
  const { device } = await door.sophieComes({ who: 'her desk' });
  for (let time = 0; time < 40; time += 1) {
    await door.strangerTries('a stranger').catch(() => undefined);
    door.after(20);
  }
  expect((await door.sophieComes({ who: 'her desk', devices: [device] })).device).toBe(device);
  // A new telephone, from elsewhere: no device, another place.
  expect((await door.sophieComes({ who: 'a train' })).member).toBe(SOPHIE);
});

test('not even a thousand strangers at once keep out the machine that she came in with', async () => {
  const door = openDoor();
  const { device } = await door.sophieComes({ who: 'her desk' });
  const tries = Array.from({ length: 200 }, (_, at) => door.strangerTries(`stranger ${at}`).catch((refusal: unknown) => refusal));
  const before = door.judged();
  await Promise.all(tries);
  // Six digits bear no more guesses from everywhere than this.
  expect(door.judged() - before).toBeLessThanOrEqual(50);
  expect((await door.sophieComes({ who: 'stranger 3', devices: [device] })).member).toBe(SOPHIE);
});

test('the pause of one place at one account doubles, and its end is said', async () => {
  const door = openDoor();
  for (let time = 0; time < 5; time += 1) await expect(door.strangerTries('a stranger')).rejects.toMatchObject({ code: 'code-wrong' });
  const pauses: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const refusal: unknown = await door.strangerTries('a stranger').catch((fault: unknown) => fault);
    const { seconds } = refusal instanceof Object && 'detail' in refusal ? Object(refusal.detail) : { seconds: 0 };
    pauses.push(seconds);
    door.after(seconds);
    await expect(door.strangerTries('a stranger')).rejects.toMatchObject({ code: 'code-wrong' });
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16]);
});

test('ten failures in an hour are told to the owner, once; her own good entries are not', async () => {
  const door = openDoor();
  for (let time = 0; time < 12; time += 1) await door.sophieComes({ who: `place ${time}` });
  expect(door.letters.written).toEqual([]);
  for (let time = 0; time < 15; time += 1) await door.strangerTries(`stranger ${time}`).catch(() => undefined);
  expect(door.letters.written).toMatchObject([{ kind: 'sign-in-tries', to: SOPHIE.email, about: { command: '7-2027-01-11' } }]);
});

test('a mark of another account, of another version, or made up, is no known device', async () => {
  const door = openDoor();
  const secrets = fakeSecrets();
  const marks = [
    ['8', '1', 'a-device', secrets.knownDevice({ staff: 8, version: 1, nonce: 'a-device' })],
    ['7', '2', 'a-device', secrets.knownDevice({ staff: 7, version: 2, nonce: 'a-device' })],
    ['7', '1', 'a-device', 'made-up'],
    ['7'],
  ].map((parts) => parts.join('.'));
  for (let time = 0; time < 6; time += 1) await door.strangerTries('a stranger').catch(() => undefined);
  for (const device of marks)
    await expect(door.sophieComes({ who: 'a stranger', devices: [device] })).rejects.toMatchObject({ code: 'too-many-tries' });
});

describe('the link that a customer asks for by reference and address', () => {
  async function openPage() {
    const reference = await office.place();
    const view = await office.orders.view(reference);
    if (!view) throw new Error('The order was just placed.');
    const clock = stoppedClock(view.placedAt);
    const letters = fakeLetterBox();
    const links = createSignInLinks({ knex: office.knex });
    let asked = 0;
    const secrets = fakeSecrets();
    const ask = createAskSignInLink({
      ...{ letters, links, clock, secrets },
      orders: { upcomingOf: () => Promise.resolve([]), view: (one) => Promise.resolve(one === reference ? view : undefined) },
      attempts: createAttempts({ knex: office.knex }),
      newId: () => `request-${reference}-${(asked += 1)}`,
      sendLetter: () => Promise.resolve('sent' as const),
      warn: () => undefined,
    });
    return { view, clock, letters, links, secrets, ask: (email: string, who: string) => ask({ reference, email, who }) };
  }

  const minutes = (clock: { now(): string; set(at: string): void }, n: number) =>
    clock.set(new Date(Date.parse(clock.now()) + n * 60_000).toISOString());
  const mail = (view: OrderView) => String(view.customer.email);

  test('a stranger who knows the reference alone blocks nobody', async () => {
    const page = await openPage();
    for (let time = 0; time < 15; time += 1) await page.ask('stranger@ailleurs.example', 'a stranger');
    await page.ask(mail(page.view), 'the owner');
    expect(page.letters.written).toHaveLength(1);
  });

  test('one who knows the address too fills no mailbox, and a link that opens is there at any moment', async () => {
    const page = await openPage();
    for (let minute = 0; minute < 120; minute += 1) {
      await page.ask(mail(page.view), `stranger ${minute}`);
      // What the owner finds, who comes just now.
      const [ends = ''] = await page.links.unused(page.view.reference, page.clock.now());
      expect(Date.parse(ends) - Date.parse(page.clock.now())).toBeGreaterThan(6 * 60_000);
      minutes(page.clock, 1);
    }
    expect(page.letters.written.length).toBeLessThan(25);
  });

  test('whoever has used their link gets another at once', async () => {
    const page = await openPage();
    for (let time = 1; time <= 4; time += 1) {
      await page.ask(mail(page.view), 'the owner');
      const request = page.letters.written.at(-1)?.about.command ?? '';
      const hash = page.secrets.hash(page.secrets.signInLink(request));
      expect(await page.links.use(hash, page.clock.now())).toBe(page.view.reference);
    }
    expect(page.letters.written).toHaveLength(4);
  });
});
