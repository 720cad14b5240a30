import { domainToASCII, domainToUnicode } from 'node:url';
import { array, assert, constantFrom, property, string } from 'fast-check';
import {
  dnsName,
  isSameAddress,
  keptAddress,
  needsSmtpUtf8,
  onTheWire,
  reachesInbox,
  readMailAddress,
} from '../../src/domain/mail-address';

const INBOX = 'validation@mariniers.example';

test.each(['validation@mariniers.example', ' Validation@Mariniers.example ', 'validation+abc-oui3@mariniers.example'])(
  'mail to %j comes to the inbox itself',
  (address) => {
    expect(reachesInbox(address, INBOX)).toBe(true);
  },
);

test.each(['validations@mariniers.example', 'validation@autre.example', 'a+validation@mariniers.example', ''])(
  'mail to %j does not',
  (address) => {
    expect(reachesInbox(address, INBOX)).toBe(false);
  },
);

describe('an address', () => {
  it.each([
    ['Camille.Roussel@Courriel.example', 'camille.roussel@courriel.example'],
    ['jean@théâtre.example', 'jean@théâtre.example'],
    ['jean@xn--thtre-4qa2c.example', 'jean@théâtre.example'],
    ['Jean@THÉÂTRE.Example', 'jean@théâtre.example'],
    ['zoe\u0301@exemple.example', 'zoé@exemple.example'],
    ['用户@例子.example', '用户@例子.example'],
    ['用户＠例子。example', '用户@例子.example'],
    ['ｂob9@example.org', 'bob9@example.org'],
    ['Ｂｏｂ．ｎｉｎｅ＠ｅxample.org', 'bob.nine@example.org'],
    ['δοκιμή@παράδειγμα.δοκιμή', 'δοκιμή@παράδειγμα.δοκιμή'],
    ['अजय@डाटा.example', 'अजय@डाटा.example'],
    ['محمد@العربية.example', 'محمد@العربية.example'],
    ['\u2068 lea+billets@courriel.example\u2069', 'lea+billets@courriel.example'],
    ["o'neil_{x}@faß.example", "o'neil_{x}@faß.example"],
  ])('%j is kept as %j', (typed, kept) => {
    expect(readMailAddress(typed)).toBe(kept);
    expect(readMailAddress(kept)).toBe(kept);
  });

  it.each([
    ...['', 'camille', 'camille@', '@courriel.example', 'camille@courriel', 'camille@courriel.e', 'a b@courriel.example'],
    ...['.a@courriel.example', 'a.@courriel.example', 'a..b@courriel.example', 'a@-x.example', 'a@x-.example', 'a@x..example'],
    ...['a@192.0.2.1', 'a@0x7f.1', 'a@[192.0.2.1]', 'a@exa%6dple.example', 'a@x.example/y', 'a@x.example?y', 'a@x:25', 'a@x\\y.example'],
    ...['Camille <a@courriel.example>', 'a@courriel.example, b@courriel.example', '"a b"@courriel.example', 'a\u200bb@courriel.example'],
    ...['a@xn--a.example', 'a\r\nBcc: b@courriel.example', 'a@cour\u00a0riel.example', 'a@courriel.example.'],
    ...[
      `${'a'.repeat(65)}@courriel.example`,
      `${'é'.repeat(33)}@courriel.example`,
      `a@${'x'.repeat(64)}.example`,
      `a@${'x.'.repeat(125)}example`,
    ],
  ])('%j is none', (typed) => {
    expect(readMailAddress(typed)).toBeUndefined();
  });

  it('is the same, whichever way its domain is written', () => {
    expect(isSameAddress('jean@théâtre.example', 'JEAN@xn--thtre-4qa2c.example')).toBe(true);
    expect(isSameAddress('zoé@exemple.example', 'zoe\u0301@exemple.example')).toBe(true);
    expect(isSameAddress('zoé@exemple.example', 'zoe@exemple.example')).toBe(false);
    expect(isSameAddress('jean@théâtre.example', 'jean@theatre.example')).toBe(false);
  });

  it('leaves with the domain that DNS knows', () => {
    expect(onTheWire('jean@théâtre.example')).toBe('jean@xn--thtre-4qa2c.example');
    expect(onTheWire('用户@例子.example')).toBe('用户@xn--fsqu00a.example');
    expect([needsSmtpUtf8('jean@théâtre.example'), needsSmtpUtf8('zoé@exemple.example')]).toEqual([false, true]);
  });

  it('is read alike a second time, whatever was typed', () => {
    const letters = constantFrom(...'abé用ñ1-_.+@ßد\u0301\u200b xn'.split(''));
    assert(
      property(array(letters, { maxLength: 20 }), (typed) => {
        const kept = keptAddress(`${typed.join('')}@exemple.example`);
        expect(keptAddress(kept)).toBe(kept);
      }),
    );
  });

  it('has a domain as Node itself writes it', () => {
    const labels = string({ unit: constantFrom(...'abzéüñçаяλ例子日本한국дاबक9'.split('')), minLength: 1, maxLength: 12 });
    assert(
      property(labels, (label) => {
        const ascii = domainToASCII(`${label}.example`);
        const isOne = ascii !== '' && dnsName(ascii) !== undefined;
        expect(readMailAddress(`a@${label}.example`)).toBe(isOne ? `a@${domainToUnicode(ascii)}` : undefined);
      }),
      { numRuns: 500 },
    );
  });
});
