import { createTicketKeys } from '../../src/entry/ticket-keys';

const MASTER = '4d'.repeat(32);
const CLAIMS = { uid: 'CM-7K2M-4Q9T-1', performanceId: 4, performanceAt: 1_800_000_000, proofToShow: false };

test('a ticket of an earlier key stays good after the key was changed, and no longer than it is named', () => {
  const before = createTicketKeys(MASTER, ['k1']);
  const ticket = before.sign(CLAIMS);
  const after = createTicketKeys(MASTER, ['k2', 'k1']);
  expect(after.verify(ticket)).toEqual({ ...CLAIMS, keyId: 'k1' });
  expect(after.sign(CLAIMS)).toMatch(/^1\.k2\./);
  expect(after.publicKeys().map(({ kid }) => kid)).toEqual(['k2', 'k1']);
  expect(createTicketKeys(MASTER, ['k2']).verify(ticket)).toBeUndefined();
});

test('a new key is another key, and no device of old knows it', () => {
  const [old, fresh] = [createTicketKeys(MASTER, ['k1']), createTicketKeys(MASTER, ['k2', 'k1'])];
  expect(old.verify(fresh.sign(CLAIMS))).toBeUndefined();
  expect(fresh.publicKeys()[0]?.x).not.toBe(old.publicKeys()[0]?.x);
  expect(old.verify(fresh.sign(CLAIMS).replace('1.k2.', '1.k1.'))).toBeUndefined();
});
