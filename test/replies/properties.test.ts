import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { explainMail } from '../../src/replies/explain';
import type { ExplainSettings } from '../../src/replies/explain';
import { meaningOf } from '../../src/replies/grammar';
import { replyText } from '../../src/replies/reply-text';

const CAMILLE = 'camille.berthier@mairie-valserine.example';
const SECRET = 'abcdefghijklmnopqrstuvwxyz234567';
const SETTINGS: ExplainSettings = {
  authentication: { mode: 'ar', authservId: 'mx.theatre-des-remparts.example' },
  lookUp: (token) =>
    Promise.resolve(
      token === SECRET
        ? { kind: 'known', state: 'open', addresses: [CAMILLE], seats: [1, 2, 3], openSeats: [1, 2, 3] }
        : { kind: 'unknown' },
    ),
};
const APPROVED = [
  'gmail-approve',
  'outlook-windows-approve',
  'ios-approve',
  'zimbra-approve',
  'html-gmail-approve',
  'thunderbird-approve',
].map((name) => readFileSync(join(__dirname, '../mails', `${name}.eml`)));
/** Any word that a writer could approve with, whatever stands around it. */
const APPROVING =
  /ok|oui|valid|accord|accept|bon|conform|approuv|yes|good|fine|go|👍|👌|✅|✔|🆗|☑|\+1|envoye|va |convient|marche|feu vert|favorable|granted|lgtm|send|release|works/i;

const plain = (text: string) => text.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '');

/** Cuts, doubles, swaps and replaces pieces of an approved reply. */
const mutation = fc.record({
  mail: fc.constantFrom(...APPROVED),
  edits: fc.array(
    fc.record({
      at: fc.nat(10_000),
      length: fc.nat(60),
      put: fc.oneof(
        fc.constantFrom(
          '',
          '\r\n',
          '> ',
          'non ',
          '?',
          '=',
          '--',
          'From: eve@attacker.example\r\n',
          'Content-Transfer-Encoding: base64\r\n',
          '<blockquote>',
          ' pas ',
        ),
        fc.string({ maxLength: 12 }),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

function mutated({
  mail,
  edits,
}: {
  readonly mail: Buffer;
  readonly edits: readonly { at: number; length: number; put: string }[];
}): Buffer {
  let text = mail.toString('latin1');
  for (const { at, length, put } of edits) {
    const place = at % (text.length + 1);
    text = text.slice(0, place) + Buffer.from(put).toString('latin1') + text.slice(place + length);
  }
  return Buffer.from(text, 'latin1');
}

// Thousands of mails take their time on a busy machine.
jest.setTimeout(900_000);
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1_000);

describe('an approved reply that was altered', () => {
  it('is judged without a crash, and approves only with words that approve, the secret, the sender and the authentication', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const raw = mutated(change);
        const { verdict, reply, decisions, token, sender, authentication } = await explainMail(raw, SETTINGS);
        if (verdict !== 'applied') return;
        expect({ token, sender, authentication }).toEqual({ token: 'known', sender: 'reviewer', authentication: 'pass' });
        const approves = decisions.some(({ decision }) => decision === 'approve');
        expect(!approves || APPROVING.test(plain(reply))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('words around an approval', () => {
  const words =
    'ok oui non pas mais si 1 2 3 le les la , . ? ! et sauf pour refusé validé illisible carte merci bonjour je valide annuler plus de porte tous attendez'.split(
      ' ',
    );
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 12 })
    .map((parts) => parts.join(' '));

  it('never decide a seat that the letter did not list, nor one seat twice', () => {
    fc.assert(
      fc.property(text, (said) => {
        const { decisions } = meaningOf(said, [1, 2, 3]);
        const seats = decisions.flatMap((one) => (one.seats === 'all' ? [1, 2, 3] : one.seats));
        expect(new Set(seats).size).toBe(seats.length);
        expect(seats.every((seat) => [1, 2, 3].includes(seat))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('decide nothing where a question, a condition or an unknown word follows the approval', () => {
    const spoiler = fc.constantFrom('?', 'si', 'peut-être', 'attendez', 'zorglub', 'sous réserve', 'je crois', 'sauf erreur');
    fc.assert(
      fc.property(spoiler, text, (spoils, after) => {
        const { decisions } = meaningOf(`ok ${spoils} ${after}`, [1, 2, 3]);
        expect(decisions).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('are never taken from the quoted part', () => {
    fc.assert(
      fc.property(text, (quoted) => {
        const lines = quoted.split('\n').map((line) => `> ${line}`);
        expect(replyText(['Bonjour', '', 'Le 29/09/2026 à 08:43, Billetterie a écrit :', ...lines].join('\n')).kept).toBe('Bonjour');
      }),
      { numRuns: RUNS },
    );
  });
});
