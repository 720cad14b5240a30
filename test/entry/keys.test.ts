import { createPublicKey, sign, verify } from 'node:crypto';
import { createSecrets, deriveKey, deriveKeyPair, withoutMasterKey } from '../../src/entry/keys';

const master = '42'.repeat(32);

test('each purpose has a key of its own', () => {
  expect(deriveKey(master, 'letters')).toHaveLength(32);
  expect(deriveKey(master, 'letters')).not.toEqual(deriveKey(master, 'proofs'));
  expect(deriveKey(master, 'letters')).toEqual(deriveKey(master, 'letters'));
});

test('a key pair signs and verifies', () => {
  const { privateKeyPem, publicKeyPem } = deriveKeyPair(master, 'tickets');
  const signature = sign(null, Buffer.from('CM-7K2M-4Q9T-1'), privateKeyPem);
  expect(verify(null, Buffer.from('CM-7K2M-4Q9T-1'), createPublicKey(publicKeyPem), signature)).toBe(true);
});

test('a reviewer’s secret is theirs, for that review and version alone, and fits a local part', () => {
  const secrets = createSecrets(master);
  const of = { order: '7K2M-4Q9T', review: 1, reviewer: 3, version: 1 };
  const token = secrets.reviewerToken(of);
  expect(token).toMatch(/^[a-z2-7]{32}$/);
  expect(secrets.reviewerToken(of)).toBe(token);
  const others = [
    { ...of, order: '7K2M-4Q9V' },
    { ...of, review: 2 },
    { ...of, reviewer: 4 },
    { ...of, version: 2 },
  ].map((one) => secrets.reviewerToken(one));
  expect(new Set([token, ...others]).size).toBe(5);
  expect(secrets.customerLink({ order: '7K2M-4Q9T', version: 1 })).not.toBe(token);
});

test('without the master key nothing is sealed, opened or derived', () => {
  const secrets = withoutMasterKey();
  expect(secrets.hash('of a program')).toBe(createSecrets(master).hash('of a program'));
  for (const use of [() => secrets.seal('x'), () => secrets.open('x'), () => secrets.signInLink('x')]) expect(use).toThrow('MASTER_KEY');
});
