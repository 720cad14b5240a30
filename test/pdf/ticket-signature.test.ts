import { generateKeyPairSync } from 'node:crypto';
import { create } from 'qrcode';
import { createTicketSigner, verifyTicket } from '../../src/pdf/ticket-signature';

const LEA = { uid: 'CM-7K2M-4Q9T-3', performanceId: 71, performanceAt: 1_800_041_400, proofToShow: true };

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The next sign: of the last one only two bits belong to the signature. */
function spelledOtherwise(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 1);
}

describe('the signed text of a ticket', () => {
  const signer = createTicketSigner({ keyId: 'a', privateKeyPem: newKey() });

  it('says to anyone with the public key which seat it opens, and that a proof is to be shown', () => {
    expect(verifyTicket(signer.sign(LEA), signer.publicKeys())).toEqual({ ...LEA, keyId: 'a' });
  });

  it('is the same each time the same ticket is signed', () => {
    expect(signer.sign(LEA)).toBe(signer.sign(LEA));
  });

  it.each([
    ['another seat', (text: string) => text.replace('4Q9T-3', '4Q9T-4')],
    ['the proof crossed out', (text: string) => text.replace('.P.', '.V.')],
    ['another performance', (text: string) => text.replace('.1z.', '.20.')],
    ['a signature cut short', (text: string) => text.slice(0, -1)],
    ['a signature spelled another way', (text: string) => `${text}=`],
    ['a signature spelled with bits that say nothing', (text: string) => `${text.slice(0, -1)}${spelledOtherwise(text.slice(-1))}`],
    ['a longer text', (text: string) => `${text}.x`],
    ['nothing', () => ''],
    ['an address', () => 'https://theatre-des-mariniers.example/'],
  ])('is refused with %s', (_change, forge) => {
    expect(signer.verify(forge(signer.sign(LEA)))).toBeUndefined();
  });

  it('is refused when the number is written with a leading zero, though the signature were made for it', () => {
    const text = signer.sign(LEA).replace('.1z.', '.01z.');
    expect(signer.verify(text)).toBeUndefined();
  });

  it('is refused when a stranger signed it under our key’s name', () => {
    const stranger = createTicketSigner({ keyId: 'a', privateKeyPem: newKey() });
    expect(signer.verify(stranger.sign(LEA))).toBeUndefined();
  });

  it('is still read after the key changed, as long as the old public key is kept', () => {
    const sold = signer.sign(LEA);
    const next = createTicketSigner({ keyId: 'b', privateKeyPem: newKey(), earlierKeys: signer.publicKeys() });
    expect(next.verify(sold)?.uid).toBe(LEA.uid);
    expect(next.verify(next.sign(LEA))?.keyId).toBe('b');
    expect(signer.verify(next.sign(LEA))).toBeUndefined();
    expect(next.publicKeys().map(({ kid }) => kid)).toEqual(['b', 'a']);
  });

  it('makes a code of 45 × 45 modules at level M, also for the last seat of a large order in a busy season', () => {
    const large = { uid: 'CM-7K2M-4Q9T-20', performanceId: 46_655, performanceAt: 2_100_000_000, proofToShow: true };
    expect(create(signer.sign(large), { errorCorrectionLevel: 'M' }).modules.size).toBe(45);
  });

  it('publishes the public half of the key only', () => {
    expect(signer.publicKeys()).toEqual([
      { kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', kid: 'a', x: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
  });

  it('refuses to start with a key of another kind, or a name that no code can carry', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => createTicketSigner({ keyId: 'a', privateKeyPem: rsa })).toThrow('Ed25519');
    expect(() => createTicketSigner({ keyId: 'season.2027', privateKeyPem: newKey() })).toThrow('letters or digits');
  });
});
