import { stamp, type Handover } from '../../local/authentication-results';

const at = new Date('2026-11-14T18:55:00Z');
const from = (signedInAs?: string): Handover => ({ signedInAs, client: 'poste-3 ([127.0.0.1])', at, id: '4f1a' });

function mail(...lines: readonly string[]): Buffer {
  return Buffer.from([...lines, '', 'Accordé', ''].join('\r\n'), 'utf8');
}

function stamped(raw: Buffer, signedInAs?: string): readonly string[] {
  return stamp(raw, from(signedInAs)).toString('utf8').split('\r\n');
}

test('Odile, signed in as herself, is told from everybody else', () => {
  const lines = stamped(mail('From: Odile Marchand <odile@billetterie.example>', 'Subject: Re: dossier'), 'odile@billetterie.example');

  expect(lines).toEqual([
    'Authentication-Results: mx.demo.local; dkim=pass header.d=billetterie.example; spf=pass; dmarc=pass',
    'Received: from poste-3 ([127.0.0.1]) by mx.demo.local with ESMTP id 4f1a; Sat, 14 Nov 2026 18:55:00 +0000',
    'From: Odile Marchand <odile@billetterie.example>',
    'Subject: Re: dossier',
    '',
    'Accordé',
    '',
  ]);
});

test.each([
  ['nobody has signed in', ['From: odile@billetterie.example'], undefined],
  ['another person has signed in', ['From: odile@billetterie.example'], 'rival@billetterie.example'],
  [
    'the address only stands in the display name',
    ['From: "odile@billetterie.example" <rival@ailleurs.example>'],
    'odile@billetterie.example',
  ],
  ['there are two From headers', ['From: odile@billetterie.example', 'From: rival@ailleurs.example'], 'odile@billetterie.example'],
  ['one From names two people', ['From: odile@billetterie.example, rival@ailleurs.example'], 'odile@billetterie.example'],
  ['there is no From', ['Subject: Re: dossier'], 'odile@billetterie.example'],
])('a mail is not vouched for when %s', (_why, headers, signedInAs) => {
  const [verdict] = stamped(mail(...headers), signedInAs);

  expect(verdict).toMatch(/^Authentication-Results: mx\.demo\.local; dkim=fail header\.d=\S+; spf=fail; dmarc=fail$/);
});

test("the venue's own mailbox speaks for every address of its domain, and for no other domain", () => {
  const [own] = stamped(mail('From: Billetterie <billetterie@theatre.example>'), 'validation@theatre.example');
  const [foreign] = stamped(mail('From: odile@ailleurs.example'), 'validation@theatre.example');

  expect(own).toContain('dkim=pass header.d=theatre.example');
  expect(foreign).toContain('dkim=fail');
});

test('headers that claim to be our verdict go, however they are written; those of other hosts stay', () => {
  const claims = [
    'Authentication-Results: mx.demo.local; dkim=pass header.d=billetterie.example;',
    '\tdmarc=pass',
    'AUTHENTICATION-RESULTS:',
    ' (really) "MX.demo.local" 1; dkim=pass',
    'Authentication-Results: mx.ailleurs.example; dkim=pass',
    'From: odile@billetterie.example',
  ];

  const lines = stamped(mail(...claims));

  expect(lines.filter((line) => /authentication-results/i.test(line))).toEqual([
    expect.stringContaining('mx.demo.local; dkim=fail'),
    'Authentication-Results: mx.ailleurs.example; dkim=pass',
  ]);
  expect(lines.join('\n')).not.toContain('dkim=pass header.d=billetterie');
});

test('the body passes byte by byte, also one that is not text', () => {
  const body = Buffer.from([0x00, 0xff, 0xe9, 0x0d, 0x0a, 0x2e, 0x0d, 0x0a]);
  const raw = Buffer.concat([Buffer.from('From: odile@billetterie.example\r\n\r\n'), body]);

  const stored = stamp(raw, from());

  expect(stored.subarray(-body.length)).toEqual(body);
});
