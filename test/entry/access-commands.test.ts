import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { createPlaceOrder } from '../../src/use-cases/place-order';
import type { Config } from '../../src/entry/config';
import { readConfig } from '../../src/entry/config';
import { createAccessDeeds } from '../../src/entry/access-deeds';
import { createDeeds } from '../../src/entry/deeds';
import { renewOrderLink, resumeOrders, showOrder } from '../../src/entry/order-commands';
import { addApiKey, addStaff, changeApiKey, changeStaff, inviteStaff, listApiKeys, listStaff } from '../../src/entry/staff-commands';
import { orderReference } from '../../src/entry/typed';
import { createWorld } from '../../src/entry/wire';
import type { World } from '../../src/entry/wire';
import { NO_LIMITS } from '../fakes/hold-limits';
import { NOW, openBoxOffice, type BoxOffice } from '../mysql/open-box-office';
import { defined } from '../fakes/defined';
import { anotherVenue } from '../fakes/another-venue';

let office: BoxOffice;
let config: Config;
/** Of commands that use no secret. */
let keyless: Omit<Config, 'MASTER_KEY'> & { readonly MASTER_KEY: undefined };
let world: World;
beforeAll(async () => {
  office = await openBoxOffice();
  const MASTER_KEY = '4d'.repeat(32);
  config = readConfig({
    ...process.env,
    DATABASE_URL: office.url,
    PROOF_DIR: tmpdir(),
    MASTER_KEY,
    PUBLIC_URL: 'http://127.0.0.1:8080',
    LOG_LEVEL: 'silent',
  });
  keyless = { ...config, MASTER_KEY: undefined };
  world = createWorld(config);
});
afterAll(async () => {
  await world.close();
  await office.close();
});

/** Keeps what is printed; or, as a full disk, refuses it. */
function spyOn(lines: string[], fault?: Error) {
  const write = (line: unknown, ...more: readonly unknown[]) => {
    lines.push(String(line));
    const told = more.find((one) => typeof one === 'function');
    told?.(fault);
    return true;
  };
  return jest.spyOn(process.stdout, 'write').mockImplementation(write);
}

/** What a command printed. */
async function printed(work: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const out = spyOn(lines);
  try {
    await work();
  } finally {
    out.mockRestore();
  }
  return lines.join('');
}

test('people are retired, restored and invited anew by the address that one knows', async () => {
  const email = 'sophie.marchand@theatre-des-mariniers.example';
  const person = { name: 'Sophie Marchand', email, role: 'reviewer', passwordHash: 'x', totpSecret: 'JBSWY3DPEHPK3PXP' } as const;
  const id = await world.staff.add(person);
  await expect(world.staff.add(person)).rejects.toMatchObject({ code: 'already-exists' });
  expect(await printed(() => changeStaff(keyless, 'retire', email.toUpperCase()))).toBe(`${email} may sign in no more.\n`);
  expect(await world.staff.byId(id)).toBeUndefined();
  expect(await printed(() => listStaff(keyless))).toMatch(/sophie\.marchand.*retired/);
  expect(await printed(() => changeStaff(keyless, 'restore', email))).toContain(`${email} may sign in again`);
  expect(await world.staff.byId(id)).toMatchObject({ passwordHash: 'x' });
  const link = await printed(() => inviteStaff(config, email));
  const [, secret = ''] = /^http:\/\/127\.0\.0\.1:8080\/guichet\/bienvenue\/([a-z2-7]{32})\n$/.exec(link) ?? [];
  expect(await world.accounts.invited(world.secrets.hash(secret), world.clock.now())).toMatchObject({ id, invited: true });
  await expect(changeStaff(keyless, 'retire', 'nobody@theatre.example')).rejects.toMatchObject({ code: 'account-not-found' });
  const changes = await world.changeLog.list({ kind: 'staff', limit: 10 });
  expect(changes.map(({ actor, door }) => [actor, door])).toEqual([1, 2, 3].map(() => ['system', 'system']));
});

test('a key is made, listed, revoked and restored', async () => {
  const key = (await printed(() => addApiKey(keyless, { name: 'Douchette', role: 'cashier' }))).trim();
  const known = () => world.staff.apiKeyByHash(world.secrets.hash(key));
  const { id = 0 } = (await known()) ?? {};
  expect(await printed(() => changeApiKey(keyless, 'revoke', id))).toBe(`Key ${id} opens nothing any more.\n`);
  expect(await known()).toBeUndefined();
  expect(await printed(() => listApiKeys(keyless))).toMatch(/revoked .*Douchette/);
  expect(await printed(() => changeApiKey(keyless, 'restore', id))).toBe(`Key ${id} is good again.\n`);
  expect(await known()).toMatchObject({ id });
});

test('an order is shown, and stories are resumed, without the master key', async () => {
  const order = await office.place();
  expect(await printed(() => showOrder(keyless, order))).toContain(`${order}  awaiting-payment`);
  expect(await printed(() => resumeOrders(keyless))).toBe('0 open orders, 0 stories started again, 0 payments told.\n');
});

test('where the mail host is away, the letter with a new link is said to wait, not to have left', async () => {
  const order = await office.place();
  const away = { ...config, SMTP_URL: 'smtp://127.0.0.1:1' };
  const words = await printed(() => renewOrderLink(away, order));
  expect(words).toContain('link number 2; the letter with it has not left yet');
  const letters = await office.knex('outgoing_mail').where({ order_reference: order, kind: 'new-link' }).select('state');
  expect(letters).toEqual([{ state: 'queued' }]);
});

test('nobody comes in at the address that the product itself reads', async () => {
  const { inbox_address: inboxAddress } = defined(await office.knex('venues').first('inbox_address'));
  const email = inboxAddress.replace('@', '+sub@');
  const adding = addStaff(config, { name: 'Boucle', email, role: 'reviewer' }, 'correct horse battery');
  await expect(adding).rejects.toMatchObject({ code: 'address-not-accepted', faults: [{ pointer: '#/email' }] });
});

test('who has an account at such an address from before is not invited there again', async () => {
  const { inbox_address: inboxAddress } = defined(await office.knex('venues').first('inbox_address'));
  const email = inboxAddress.replace('@', '+before@');
  const id = await world.staff.add({ name: 'Boucle', email, role: 'reviewer', passwordHash: 'x', totpSecret: 'JBSWY3DPEHPK3PXP' });
  await expect(inviteStaff(config, email)).rejects.toMatchObject({
    code: 'address-not-accepted',
    faults: [{ pointer: '#/email' }],
  });
  expect(await world.staff.byId(id)).toMatchObject({ passwordHash: 'x' });
});

test('no customer is written to at an inbox that the product reads, of whichever venue', async () => {
  await anotherVenue(office.knex, { name: 'La Petite Salle', inbox_address: 'validation@petite-salle.example' });
  const email = 'Validation+oui@petite-salle.example';
  const placeOrder = createPlaceOrder({ ...world, clock: { now: () => NOW }, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
  const offer = await world.catalogue.offer(office.theatre.phare, 'INTERNET');
  const basket = {
    ...({ channel: 'INTERNET', performanceId: office.theatre.phare, language: 'fr', deliveryMethod: 'print-at-home' } as const),
    seats: [{ tariff: 'PLEIN', category: '1', holder: 'Camille Roussel' }],
  };
  expect(offer?.venue.inboxAddress).not.toContain('petite-salle');
  await expect(placeOrder({ ...basket, customer: { name: 'Camille Roussel', email } })).rejects.toMatchObject({
    code: 'address-of-the-house',
  });
  const order = await office.place();
  const head = { command: 'correct-1', by: { role: 'system' }, door: 'system' } as const;
  const { correctAddress } = createAccessDeeds(world, { ...createDeeds(world, config), sendLetter: () => Promise.resolve('sent') });
  await expect(correctAddress(order, { ...head, email })).rejects.toMatchObject({ code: 'address-of-the-house' });
});

test('an order gets a new link, and its letter leaves', async () => {
  const order = await office.place();
  expect(await printed(() => renewOrderLink(config, orderReference(order.toLowerCase())))).toContain('link number 2');
  const letters = await office.knex('outgoing_mail').where({ order_reference: order, kind: 'new-link' }).select('state');
  expect(letters).toEqual([{ state: 'sent' }]);
});

test('a secret that could not be printed leaves words on what exists now and how it ends', async () => {
  const email = 'noe.garnier@theatre-des-mariniers.example';
  const out = spyOn([], Object.assign(new Error('write'), { code: 'ENOSPC' }));
  try {
    const person = { name: 'Noé Garnier', email, role: 'reviewer' } as const;
    await expect(addStaff(config, person, 'une phrase de passe longue')).rejects.toThrow(`contremarque staff retire ${email}`);
    await expect(inviteStaff(config, email)).rejects.toThrow(`contremarque staff invite ${email}`);
    const untold = await addApiKey(keyless, { name: 'full', role: 'admin' }).catch(String);
    const [full] = (await world.accounts.keys()).filter(({ name }) => name === 'full');
    expect(untold).toBe(`Error: Key ${full?.id} exists, and nobody knows its secret: \`contremarque api-key revoke ${full?.id}\`.`);
  } finally {
    out.mockRestore();
  }
});
