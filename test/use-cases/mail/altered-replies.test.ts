import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createTimedReader } from '../../../src/replies/in-time';
import { createMailReader } from '../../../src/replies/reader';
import { defined } from '../../fakes/defined';
import { KARIM, MARINIERS, ORDER, SOPHIE } from '../../people';
import { anInbox, aWorker, TOKENS } from '../an-inbox';

/** Approved replies of every client in the corpus, turned over to Sophie, then altered and put through the whole judge. */
const MAILS = join(__dirname, '../../mails');
const DOMAIN = SOPHIE.address.slice(SOPHIE.address.indexOf('@') + 1);
const HOST = 'mx.mariniers.example';
const APPROVED = readdirSync(MAILS)
  .filter((name) => name.endsWith('-approve.eml') && speaksOfNoNumber(name))
  .map((name) => readFileSync(join(MAILS, name), 'latin1'))
  .map(partsOf);

/** « ok pour les 3 » is about another order than Sophie's. */
function speaksOfNoNumber(name: string): boolean {
  return !/\d/.test(JSON.parse(readFileSync(join(MAILS, name.replace('.eml', '.json')), 'utf8')).reply);
}

interface Part {
  /** Content-Type and Content-Transfer-Encoding, folded as they came. */
  readonly head: readonly string[];
  readonly body: string;
}

function partsOf(raw: string): Part {
  const lines = raw.replaceAll('\r\n', '\n');
  const blank = lines.indexOf('\n\n');
  const fields = lines.slice(0, blank).split(/\n(?![ \t])/);
  return { head: fields.filter((field) => /^content-/i.test(field)), body: lines.slice(blank + 2) };
}

const secret = fc.constantFrom('right', 'one letter off', 'missing', 'superseded', 'of somebody else', 'cut short');
const sender = fc.constantFrom(
  'Sophie',
  'a colleague',
  'a stranger',
  'Sophie in the name only',
  'two senders',
  'two headers',
  'encoded',
  'none',
);
const vouching = fc.constantFrom(
  'pass',
  'fail',
  'missing',
  'of another host',
  'below our host',
  'of another domain',
  'only SPF',
  'in a comment',
);

const alteration = fc.record({
  mail: fc.constantFrom(...APPROVED),
  // as often all right as not, or nearly nothing would ever be approved
  guard: fc.oneof(
    fc.constant({ secret: 'right', sender: 'Sophie', vouching: 'pass' } as const),
    fc.record({ secret, sender, vouching }),
    fc.record({ secret, sender: fc.constant('Sophie' as const), vouching: fc.constant('pass' as const) }),
    fc.record({ secret: fc.constant('right' as const), sender, vouching: fc.constant('pass' as const) }),
    fc.record({ secret: fc.constant('right' as const), sender: fc.constant('Sophie' as const), vouching }),
  ),
  encoding: fc.constantFrom('as it came', 'base64', 'quoted-printable'),
  parts: fc.constantFrom('alone', 'in a mixed', 'beside a picture', 'picture first', 'twice nested'),
  head: fc.record({ shuffled: fc.nat(1000), upper: fc.boolean(), folded: fc.boolean(), bare: fc.boolean() }),
});
type Alteration = typeof alteration extends fc.Arbitrary<infer T> ? T : never;

const ADDRESSED = {
  right: TOKENS.sophie,
  'one letter off': `${TOKENS.sophie.slice(0, -1)}b`,
  missing: undefined,
  superseded: TOKENS.old,
  'of somebody else': TOKENS.karim,
  'cut short': TOKENS.sophie.slice(0, 31),
} as const;

const FROM = {
  Sophie: [`Sophie Marchand <${SOPHIE.address}>`],
  'a colleague': [`Karim <${KARIM.address}>`],
  'a stranger': [`Sophie Marchand <sophie.marchand@ailleurs.example>`],
  'Sophie in the name only': [`"${SOPHIE.address}" <eve@ailleurs.example>`],
  'two senders': [`${SOPHIE.address}, eve@ailleurs.example`],
  'two headers': [`Eve <eve@ailleurs.example>`, `Sophie Marchand <${SOPHIE.address}>`],
  encoded: [`=?utf-8?B?${Buffer.from(SOPHIE.address).toString('base64')}?=`],
  none: [],
} as const;

const PASSED = `Authentication-Results: ${HOST}; dkim=pass header.d=${DOMAIN}; dmarc=pass header.from=${DOMAIN}`;
const RESULTS: Readonly<Record<Alteration['guard']['vouching'], readonly [above: readonly string[], below: readonly string[]]>> = {
  pass: [[PASSED], []],
  fail: [[PASSED.replaceAll('=pass', '=fail')], [PASSED]],
  missing: [[], []],
  'of another host': [[PASSED.replace(HOST, 'mx.elsewhere.example')], []],
  'below our host': [[], [PASSED]],
  'of another domain': [[PASSED.replaceAll(DOMAIN, 'attacker.example')], []],
  'only SPF': [[`Authentication-Results: ${HOST}; spf=pass smtp.mailfrom=${DOMAIN}; dmarc=pass header.from=${DOMAIN}`], []],
  'in a comment': [[`Authentication-Results: ${HOST}; dkim=none (dkim=pass header.d=${DOMAIN}; dmarc=pass)`], []],
};

function writtenMail({ mail, guard, encoding, parts, head }: Alteration): Buffer {
  const token = ADDRESSED[guard.secret];
  const to = token === undefined ? MARINIERS.inboxAddress : MARINIERS.inboxAddress.replace('@', `+${token}@`);
  const [above, below] = RESULTS[guard.vouching];
  const { head: content, body } = inParts(encoded(mail, encoding), parts);
  const own = [...FROM[guard.sender].map((from) => `From: ${from}`), `To: Billetterie <${to}>`, 'Subject: Re: Justificatifs', 'MIME-Version: 1.0', ...content]; // prettier-ignore
  const turned = [...own.slice(head.shuffled % own.length), ...own.slice(0, head.shuffled % own.length)];
  const named = head.upper ? turned.map((field) => field.replace(/^[^:]+/, (name) => name.toUpperCase())) : turned;
  const folded = head.folded ? named.map((field) => field.replace(': ', ':\n ')) : named;
  const received = `Received: from smtp.${DOMAIN} by ${HOST}; Sun, 10 Jan 2027 18:59:00 +0100`;
  const text = [`Delivered-To: ${to}`, ...above, received, ...below, ...folded, '', body].join('\n');
  return Buffer.from(head.bare ? text : text.replaceAll('\n', '\r\n'), 'latin1');
}

function encoded({ head, body }: Part, encoding: Alteration['encoding']): Part {
  if (encoding === 'as it came' || !head.every((field) => !/encoding:\s*(?:base64|quoted)/i.test(field))) return { head, body };
  const types = head.filter((field) => /^content-type/i.test(field));
  if (types.some((field) => /multipart/i.test(field))) return { head, body };
  const bytes = Buffer.from(body, 'latin1');
  const written =
    encoding === 'base64'
      ? bytes.toString('base64').replaceAll(/.{1,76}/g, '$&\n')
      : [...bytes].map((byte) => (byte === 10 ? '\n' : byte < 33 || byte > 126 || byte === 61 ? quoted(byte) : String.fromCodePoint(byte))).join('').replaceAll(/[^\n]{70}/g, (line) => softBroken(line)); // prettier-ignore
  return { head: [...types, `Content-Transfer-Encoding: ${encoding}`], body: written };
}

function quoted(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Never in the middle of an encoded byte. */
function softBroken(line: string): string {
  const at = line.lastIndexOf('=', 69) > 66 ? line.lastIndexOf('=', 69) : 70;
  return `${line.slice(0, at)}=\n${line.slice(at)}`;
}

const PICTURE: Part = { head: ['Content-Type: image/png; name="logo.png"', 'Content-Transfer-Encoding: base64'], body: 'iVBORw0KGgo=' };

function inParts(part: Part, how: Alteration['parts']): Part {
  switch (how) {
    case 'alone':
      return part;
    case 'in a mixed':
      return multipart('m1', [part]);
    case 'beside a picture':
      return multipart('m2', [part, PICTURE]);
    case 'picture first':
      return multipart('m3', [PICTURE, part]);
    case 'twice nested':
      return multipart('m4', [multipart('m5', [part]), PICTURE]);
  }
}

function multipart(boundary: string, parts: readonly Part[]): Part {
  const body = parts.map(({ head, body: text }) => [`--${boundary}`, ...head, '', text].join('\n'));
  return { head: [`Content-Type: multipart/mixed; boundary="${boundary}"`], body: [...body, `--${boundary}--`, ''].join('\n') };
}

jest.setTimeout(900_000);
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1_000);
/** Ten times what a mail is given: the machine may be busy, and what never ends is still found. */
const timed = createTimedReader({ readMs: 30_000, understandMs: 30_000 });
const reader = createMailReader({ ownAddresses: [MARINIERS.inboxAddress], reader: timed });
afterAll(() => timed.close());

/** Everything that one mail comes to: the real reading in its thread, the real judge, the ledger and the story's rules. */
async function whatBecomesOf(raw: Buffer) {
  const inbox = { ...anInbox(), reader };
  inbox.mailbox.deliver(raw);
  await aWorker(inbox)();
  const { view, events } = defined(inbox.book.get(ORDER.reference));
  return {
    verdict: inbox.ledger.rows[0]?.verdict,
    decided: events.filter(({ kind }) => kind === 'decided').length,
    approved: view.seats.slice(2, 4).map(({ proof }) => proof === 'approved'),
    answers: inbox.letters.written,
    warned: inbox.warned,
  };
}

test('an approved reply is obeyed whatever its encoding and parts, and never without its secret, its sender and its authentication', async () => {
  await fc.assert(
    fc.asyncProperty(alteration, async (altered) => {
      const { guard } = altered;
      const became = await whatBecomesOf(writtenMail(altered));
      const own = guard.secret === 'right' && guard.sender === 'Sophie';
      // The other secret is Karim's, who may decide by it as well.
      const karims = guard.secret === 'of somebody else' && guard.sender === 'a colleague';
      const genuine = (own || karims) && guard.vouching === 'pass';
      expect(became.warned).toEqual([]);
      expect(became.verdict?.why).not.toContain('not read within');
      expect([became.verdict?.verdict === 'applied', became.decided]).toEqual([genuine, genuine ? 1 : 0]);
      expect(became.approved).toEqual([genuine, genuine]);
      // Nobody is answered for whom nobody vouches.
      expect(guard.vouching === 'pass' || became.answers.length === 0).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('bytes that were broken anywhere fault nothing, and approve nothing without the three', async () => {
  const breaking = fc.array(fc.record({ at: fc.nat(10_000), length: fc.nat(80), put: fc.oneof(fc.string({ maxLength: 12 }), BITS) }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(alteration, breaking, async (altered, breaks) => {
      const [trace, came] = asTheHostStoredIt(writtenMail(altered).toString('latin1'));
      let broken = came;
      for (const { at, length, put } of breaks)
        broken = broken.slice(0, at % came.length) + put + broken.slice((at % came.length) + length);
      const text = trace + broken;
      const became = await whatBecomesOf(Buffer.from(text, 'latin1'));
      expect(became.warned).toEqual([]);
      expect(became.verdict?.why).not.toContain('not read within');
      if (became.decided === 0) return;
      // What was broken is at most the rest: these three must still stand in it.
      const { secret: whose, sender: who, vouching: by } = altered.guard;
      const karims = whose === 'of somebody else' && who === 'a colleague';
      expect(text).toContain(`+${karims ? TOKENS.karim : TOKENS.sophie}@`);
      expect(text.toLowerCase()).toContain(karims ? KARIM.address : SOPHIE.address);
      expect([karims || whose === 'right', by]).toEqual([true, 'pass']);
    }),
    { numRuns: RUNS },
  );
});

/** What the host wrote on top nobody can break who writes to it. */
function asTheHostStoredIt(text: string): readonly [trace: string, came: string] {
  const end = text.indexOf('\n', text.indexOf('Received: ')) + 1;
  return [text.slice(0, end), text.slice(end)];
}

const BITS = fc.constantFrom('', '\r\n', '\r\n\r\n', '> ', 'non ', '?', '=', '--m2', 'From: eve@ailleurs.example\r\n', '<blockquote>', '\0', ' pas '); // prettier-ignore
