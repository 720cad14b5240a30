import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import request from 'supertest';
import { SERVICES } from '../../../src/domain/sale/service-check';
import { readConfig } from '../../../src/entry/config';
import { webNeeds } from '../../../src/entry/web';
import { createWorld, type World } from '../../../src/entry/wire';
import { createApp } from '../../../src/web/app';
import type { WebNeeds } from '../../../src/web/needs';
import { freshDatabase } from '../../mysql/fresh-database';

type Method = 'get' | 'post' | 'put' | 'delete';

/** An office with nothing but a key: the real program on an empty database. */
export interface Office {
  readonly url: string;
  readonly world: World;
  readonly needs: WebNeeds;
  readonly masterKey: string;
  call(method: Method, path: string, body?: object): request.Test;
  /** As `call`, and it must be granted. */
  does(method: Method, path: string, body?: object): Promise<request.Response['body']>;
  close(): Promise<void>;
}

export const OFFICE_KEY = 'cm_test_office_0123456789';

export async function openOffice(): Promise<Office> {
  const database = await freshDatabase();
  const server = createServer();
  const url = await listening(server);
  const masterKey = randomBytes(32).toString('hex');
  const config = readConfig({
    ...process.env,
    DATABASE_URL: database.url,
    PROOF_DIR: tmpdir(),
    MASTER_KEY: masterKey,
    PUBLIC_URL: url,
    LOG_LEVEL: 'silent',
  });
  const world = createWorld(config);
  // Many tests of one address: the dams are tried elsewhere.
  const { settings, ...rest } = webNeeds(world, config);
  const limits = { pages: 0, uploads: 0, orders: 0, keyedOrders: 0, secrets: 0, api: 0, notifications: 0 };
  const needs = { ...rest, settings: { ...settings, limits } };
  server.on('request', createApp(needs));
  await world.staff.addApiKey({ name: 'the office', role: 'admin', hash: world.secrets.hash(OFFICE_KEY), at: world.clock.now() });
  const call: Office['call'] = (method, path, body) => {
    const door = request(url);
    const asked = door[method](`/api${encodeURI(path)}`).set('Authorization', `Bearer ${OFFICE_KEY}`);
    return body === undefined ? asked : asked.send(body);
  };
  return {
    ...{ url, world, needs, masterKey, call },
    async does(method, path, body) {
      const answer = await call(method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async close() {
      await new Promise((done) => server.close(done).closeAllConnections());
      await world.close();
      await database.drop();
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  return `http://127.0.0.1:${address.port}`;
}

/** As a worker writes it down that can reach them all. */
export async function servicesAnswer({ serviceChecks, clock }: Pick<World, 'serviceChecks' | 'clock'>): Promise<void> {
  for (const service of SERVICES) await serviceChecks.record({ service, outcome: 'ok', at: clock.now() });
}

export const words = (fr: string, en = fr) => ({ fr, en });

const VENUE = {
  name: 'Théâtre des Mariniers',
  organizer: 'Association Théâtre des Mariniers',
  licences: ['PLATESV-D-2024-001172'],
  address: '4 quai des Gabares',
  city: 'Valcour-sur-Loire',
  phone: '02 61 91 40 20',
  openingHours: words('du mardi au samedi', 'Tuesday to Saturday'),
  email: 'billetterie@theatre-des-mariniers.example',
  website: 'theatre-des-mariniers.example',
  inboxAddress: 'validation@theatre-des-mariniers.example',
  copyAddress: 'billetterie@theatre-des-mariniers.example',
  escalationAddress: 'direction@theatre-des-mariniers.example',
};

const GRANDE_SALLE = {
  name: 'Grande salle',
  seating: 'numbered',
  categories: [
    { code: '1', name: '1, parterre' },
    { code: '2', name: '2, balcon' },
  ],
  plan: [
    { category: '1', rows: 'A-H', seats: '1-16', entrance: 'Parterre' },
    { category: '2', rows: 'J-M', seats: '1-18', entrance: 'Balcon' },
  ],
};

/** So many days from now, on a whole second. */
export function inDays(days: number, hours = 0): string {
  return new Date(Math.floor(Date.now() / 1000) * 1000 + days * 86_400_000 + hours * 3_600_000).toISOString();
}

/** A venue, a show and one performance of it, before anything is said of its sale. */
export async function stage(office: Office) {
  const does: Office['does'] = (method, path, body) => office.does(method, path, body);
  const venue = await does('post', '/catalogue/venues', VENUE);
  for (const kind of ['terms-of-sale', 'legal-notice'])
    await does('put', `/venues/${venue.id}/texts/${kind}/fr`, {
      text: 'Vendu par {organisateur}, {adresse}, {téléphone}, {e-mail}, {licences}.',
      base: 0,
    });
  const room = await does('post', '/catalogue/rooms', { ...GRANDE_SALLE, venueId: venue.id });
  const show = await does('post', '/catalogue/shows', { venueId: venue.id, title: 'Le Phare d’hiver' });
  const times = { startsAt: inDays(30), doorsAt: inDays(30, -1), endsAt: inDays(30, 2) };
  const performance = await does('post', '/catalogue/performances', { showId: show.id, roomId: room.id, ...times, vatRate: 210 });
  return { venue, room, show, performance };
}
