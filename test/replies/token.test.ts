import { findToken } from '../../src/replies/token';

const SECRET = 'abcdefghijklmnopqrstuvwxyz234567';
const OTHER = 'other234other234other234other234';
const INBOX = 'validation@theatre.example';
const find = (recipients: readonly (readonly string[])[], references: readonly string[] = []) =>
  findToken({ recipients, references }, INBOX);

describe('the secret of a letter', () => {
  it('stands in the address that the answer went to', () => {
    expect(find([[`validation+${SECRET}@theatre.example`]])).toEqual({ token: SECRET, in: 'recipient', ambiguous: false });
  });

  it('is believed of the mail host before the sender’s own headers', () => {
    expect(find([[`validation+${SECRET}@theatre.example`], [`validation+${OTHER}@theatre.example`]])?.token).toBe(SECRET);
  });

  it('is found again when the host changed its case', () => {
    expect(find([[`Validation+${SECRET.toUpperCase()}@Theatre.example`]])?.token).toBe(SECRET);
  });

  it('is found in the references where the address has none', () => {
    expect(find([[INBOX]], ['x@y.example', `l.k7.${SECRET}@theatre.example`])).toEqual({
      token: SECRET,
      in: 'reference',
      ambiguous: false,
    });
  });

  it('is ambiguous when two stand in one place', () => {
    const both = [`validation+${SECRET}@theatre.example`, `validation+${OTHER}@theatre.example`];
    expect(find([both])?.ambiguous).toBe(true);
    expect(find([[`validation+${SECRET}-oui1@theatre.example`, `validation+${SECRET}-non1@theatre.example`]])?.ambiguous).toBe(true);
    expect(find([[both[0] ?? '', both[0] ?? '']])?.ambiguous).toBe(false);
  });

  it.each([
    `validation+${SECRET}@other.example`,
    `autre+${SECRET}@theatre.example`,
    `validation+${SECRET}0@theatre.example`,
    'validation+court@theatre.example',
    `validation+${SECRET}-peutetre@theatre.example`,
    INBOX,
  ])('is not in %s', (address) => {
    expect(find([[address]])).toBeUndefined();
  });
});

describe('an address that carries the decision', () => {
  it.each([
    ['oui', { seats: 'all', decision: 'approve' }],
    ['oui3', { seats: [3], decision: 'approve' }],
    ['non2', { seats: [2], decision: 'refuse' }],
    ['plus12', { seats: [12], decision: 'more-info' }],
    ['porte1', { seats: [1], decision: 'check-at-door' }],
  ])('-%s', (verb, verdict) => {
    const address = `validation+${SECRET}-${verb}@theatre.example`;
    expect(find([[address]])).toMatchObject({ token: SECRET, verdict });
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  });
});
