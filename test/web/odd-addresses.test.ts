import { apiRoutes } from '../../src/web/nouns';
import { createCsrf } from '../../src/web/csrf';
import { seedTheatre } from '../../src/mysql/seed/seed-theatre';
import { ROUTES } from '../../src/web/paths';
import type { Office } from './catalogue/office';
import { OFFICE_KEY, openOffice } from './catalogue/office';
import { signedIn } from './signed-in';
import { formFields } from './visitor';

/** The real program on a real theatre; an admin is signed in, and a program has a key of the role admin. */
let office: Office;
let cookie: string;
let token: string;
let performance: number;
beforeAll(async () => {
  office = await openOffice();
  const { performances } = await seedTheatre(office.world.knex, { now: new Date().toISOString(), policy: {} });
  performance = performances[0]?.id ?? 0;
  const session = await signedIn(office.world.knex, { masterKey: office.masterKey, role: 'admin' });
  const page = await fetch(`${office.url}/guichet`, { headers: { cookie: session.cookie } });
  const [csrf = ''] = page.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
  cookie = `${session.cookie}; ${csrf}`;
  token = formFields(await page.text())['_csrf'] ?? '';
});
afterAll(() => office.close());

/** What can be typed where a number or a name belongs. */
const ODD = [
  ...[
    'NaN',
    'abc',
    '-1',
    '0',
    '1.5',
    '1e3',
    '0x10',
    '01',
    '99999999999999999999',
    '9007199254740993',
    'Infinity',
    'null',
    '[object Object]',
  ],
  ...[
    '%00',
    '1%00',
    '%E0%A4%A',
    '%ff',
    '%',
    '%2e%2e%2f%2e%2e',
    '%E2%80%AE1',
    '%F0%9F%8E%AD',
    '%EF%BC%91',
    '%0d%0aSet-Cookie:a=b',
    '1 or 1=1--',
    "1'",
  ],
  'a'.repeat(3000),
] as const;

const SOUND: Readonly<Record<string, string>> = { reference: '7K2M-4Q9T', seat: '1', page: '1', step: 'PDF', channel: 'INTERNET' };
const NUMBERS = ['show', 'performance', 'seat', 'mail', 'page', 'version', 'reviewer', 'staff', 'key', 'id'];

function filled(pattern: string, odd: { readonly name: string; readonly value: string }): string {
  const known: Readonly<Record<string, string>> = { ...SOUND, performance: String(performance) };
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => (name === odd.name ? odd.value.replaceAll(' ', '%20') : (known[name] ?? '1')));
}

function addresses(patterns: readonly string[]) {
  return patterns.flatMap((pattern) =>
    [...pattern.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
      ODD.map((value) => ({ path: filled(pattern, { name, value }), isNumber: NUMBERS.includes(name) })),
    ),
  );
}

interface Answer {
  readonly path: string;
  readonly isNumber: boolean;
  readonly status: number;
}

/** Some at a time: this is no trial of strength. */
async function answersTo(asked: ReturnType<typeof addresses>, init: RequestInit): Promise<readonly Answer[]> {
  const left = [...asked];
  const answers: Answer[] = [];
  const ask = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      const { status } = await fetch(`${office.url}${one.path}`, { redirect: 'manual', ...init });
      answers.push({ ...one, status });
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return answers;
}

test.each(['GET', 'POST'] as const)(
  'no odd address of a page is a fault of ours, and one that should hold a number is no page (%s)',
  async (method) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const said = method === 'GET' ? {} : { body: new URLSearchParams({ _csrf: token }).toString() };
    const answers = await answersTo(addresses(Object.values(ROUTES)), {
      method,
      headers: { cookie, ...(method === 'POST' ? form : {}) },
      ...said,
    });
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ isNumber, status }) => isNumber && status !== 404)).toEqual([]);
  },
);

test('a number after the question mark is written in one way too; at the desk the page that says so leads back', async () => {
  const asked = [
    '/guichet/courriers?before=',
    '/guichet/controle/7K2M-4Q9T?place=',
    '/guichet/controle/7K2M-4Q9T?page=',
    '/guichet/commandes/7K2M-4Q9T?difference=',
  ];
  for (const path of asked) {
    for (const odd of ['', '%207', '1e1', '0x10', '+7', '7.0', '0', '-7', '1&before=2&place=2&page=2&difference=2'].map(
      (value) => `${path}${value}`,
    )) {
      const answer = await fetch(`${office.url}${odd}`, { redirect: 'manual', headers: { cookie } });
      const text = await answer.text();
      const page = [odd, answer.status, /<a class="button" href="\/guichet">/.test(text), text.includes('<nav aria-label="Guichet">')];
      expect(page).toEqual([odd, 404, true, true]);
    }
  }
  expect((await fetch(`${office.url}/guichet/courriers?before=7`, { headers: { cookie } })).status).toBe(200);
});

test('nor of the API, whatever the operation', async () => {
  const routes = apiRoutes({ needs: office.needs, csrf: createCsrf(office.needs.settings) });
  const headers = { authorization: `Bearer ${OFFICE_KEY}`, 'content-type': 'application/json' };
  for (const method of ['get', 'post', 'put', 'delete'] as const) {
    const patterns = routes.filter((route) => route.method === method).map(({ path }) => `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    const body = method === 'get' ? {} : { body: '{}' };
    const answers = await answersTo(addresses(patterns), { method: method.toUpperCase(), headers, ...body });
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ isNumber, status }) => isNumber && status < 400)).toEqual([]);
  }
});
