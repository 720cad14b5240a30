import { ConfigError, readConfig } from '../../src/entry/config';

const complete = {
  DATABASE_URL: 'mysql://user:secret@127.0.0.1:3306/contremarque',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  IMAP_URL: 'imap://validation%40theatre.example:secret@127.0.0.1:1143',
  PROOF_DIR: 'proofs',
  MASTER_KEY: 'ab'.repeat(32),
  PUBLIC_URL: 'https://billets.theatre.example/',
  PAYMENT_PROVIDER: 'sandbox',
};

test('a complete environment is read, with defaults and without a trailing slash', () => {
  const config = readConfig(complete);
  expect(config).toMatchObject({
    PUBLIC_URL: 'https://billets.theatre.example',
    PORT: 8080,
    TEMPORAL_NAMESPACE: 'contremarque',
    TEMPORAL_TLS: false,
  });
});

test('every problem is told at once, and no value', () => {
  const broken = { ...complete, MASTER_KEY: 'hunter2', PORT: 'eighty', SMTP_URL: undefined };
  const failure = (() => {
    try {
      readConfig(broken);
      return undefined;
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(ConfigError);
  const text = String(failure);
  for (const name of ['MASTER_KEY', 'PORT', 'SMTP_URL']) expect(text).toContain(name);
  for (const value of ['hunter2', 'eighty', 'secret']) expect(text).not.toContain(value);
});

test.each([
  ['SMTP_URL', undefined, 'is missing'],
  ['SMTP_URL', 'mail.theatre.example', 'must be an address such as smtps://user:password@host:465'],
  ['DATABASE_URL', 'postgres://127.0.0.1/contremarque', 'must be an address such as mysql://user:password@host:3306/database'],
  ['TEMPORAL_ADDRESS', '', 'is empty'],
  ['PORT', 'eighty', 'must be a whole number'],
  ['PORT', '80.5', 'must be a whole number'],
  ['PORT', '70000', 'must be 65535 at most'],
  ['HOLD_SECONDS', '0', 'must be a whole number from 1'],
  ['TEMPORAL_TLS', 'maybe', 'must be yes or no'],
  ['MASTER_KEY', 'hunter2', 'must be 64 hexadecimal digits (openssl rand -hex 32)'],
])('%s = %j is told in words that help', (name, value, words) => {
  expect(() => readConfig({ ...complete, [name]: value })).toThrow(`  ${name}: ${words}\n`);
});

test('where people come from outside, nobody gets the sandbox by saying nothing', () => {
  const silent = { ...complete, PAYMENT_PROVIDER: undefined };
  expect(() => readConfig(silent)).toThrow(/PAYMENT_PROVIDER: must be named/);
  expect(() => readConfig({ ...silent, PAYMENT_PROVIDER: '' })).toThrow(/PAYMENT_PROVIDER: must be named/);
  expect(readConfig({ ...silent, PUBLIC_URL: 'http://127.0.0.1:8080' }).PUBLIC_URL).toBe('http://127.0.0.1:8080');
});
