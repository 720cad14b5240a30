import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainMail } from '../../src/replies/explain';
import type { ExplainSettings } from '../../src/replies/explain';
import type { TokenFacts } from '../../src/replies/judge';

/** The theatre and its reviewer that every mail of test/mails is about (test/mails/README.md). */
const CAMILLE = 'camille.berthier@mairie-valserine.example';
const REVIEW = { kind: 'known', state: 'open', addresses: [CAMILLE], seats: [1, 2, 3], openSeats: [1, 2, 3] } as const satisfies TokenFacts;
const REVIEWS: Readonly<Record<string, TokenFacts>> = {
  abcdefghijklmnopqrstuvwxyz234567: REVIEW,
  single22single33single44single55: { ...REVIEW, seats: [1], openSeats: [1] },
  superseded22superseded33supersed: { ...REVIEW, state: 'superseded' },
  expired2expired3expired4expired5: { ...REVIEW, state: 'expired' },
  other234other234other234other234: { ...REVIEW, addresses: ['hugo.lambert@theatre-des-remparts.example'], colleagues: [CAMILLE] },
  used2345used2345used2345used2345: { ...REVIEW, openSeats: [] },
};
const SETTINGS: ExplainSettings = {
  authentication: { mode: 'ar', authservId: 'mx.theatre-des-remparts.example' },
  inbox: 'validation@theatre-des-remparts.example',
  lookUp: (token) => Promise.resolve(REVIEWS[token] ?? { kind: 'unknown' }),
};

const MAILS = join(__dirname, '../mails');
const names = readdirSync(MAILS)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -4));

it('has as many mails as expectations, name by name', () => {
  const expectations = readdirSync(MAILS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5));
  expect(expectations).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(300);
});

it.each(names)('%s', async (name) => {
  const { about: _about, seats: _seats, ...expected } = JSON.parse(readFileSync(join(MAILS, `${name}.json`), 'utf8'));
  expect(await explainMail(readFileSync(join(MAILS, `${name}.eml`)), SETTINGS)).toEqual({
    why: expect.any(String),
    reply: expect.any(String),
    ...expected,
  });
});
