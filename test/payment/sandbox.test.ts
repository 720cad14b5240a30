import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cents } from '../../src/domain/money';
import { Refusal } from '../../src/domain/refusal';
import { createSandbox } from '../../src/payment/sandbox/sandbox';
import { signedNotification } from '../../src/payment/sandbox/notification';
import { fakeSandboxBook } from '../fakes/sandbox-book';
import { readSignedQuery } from '../../src/payment/sandbox/request';

const provider = keyPair();
const hmacKey = randomBytes(64).toString('hex');
const sandbox = createSandbox({
  pageUrl: 'https://pay.example/page',
  keys: { hmacKey, publicKeyPem: provider.publicKeyPem },
  book: fakeSandboxBook(),
});
const paid = {
  reference: '7K2M-4Q9T.1',
  amount: cents(7800),
  currency: 'EUR',
  result: 'paid',
  transaction: 'SP-1',
  at: '2027-01-08T13:21:00.000Z',
} as const;

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

const posted = (body: string) => ({ method: 'POST', headers: {}, query: '', body: Buffer.from(body) });

function refusal(rawBody: string): string {
  try {
    sandbox.readNotification(posted(rawBody));
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  return 'accepted';
}

describe('a notification', () => {
  it('of the provider is read as it was signed', () => {
    const { reference, amount, currency, result, transaction } = paid;
    expect(sandbox.readNotification(posted(signedNotification(paid, provider.privateKeyPem)))).toEqual({
      ...{ reference, amount, currency, result, transaction },
    });
  });

  it('signed by somebody else is forged', () => {
    expect(refusal(signedNotification(paid, keyPair().privateKeyPem))).toBe('payment-forged');
  });

  it.each([
    ['another amount', (body: string) => body.replace('amount=7800', 'amount=1')],
    ['another order', (body: string) => body.replace('7K2M', '7K2N')],
    ['another result', (body: string) => body.replace('result=paid', 'result=refused')],
    ['a field more', (body: string) => body.replace('&signature=', '&amount=1&signature=')],
    [
      'a space where a plus was',
      (body: string) => `${body.slice(0, body.indexOf('&signature='))} ${body.slice(body.indexOf('&signature='))}`,
    ],
    ['no signature', (body: string) => body.slice(0, body.indexOf('&signature='))],
    ['an empty signature', (body: string) => body.slice(0, body.indexOf('&signature=') + '&signature='.length)],
    ['nothing at all', () => ''],
  ])('altered is forged: %s', (_what, alter) => {
    expect(refusal(alter(signedNotification(paid, provider.privateKeyPem)))).toBe('payment-forged');
  });

  it('in another currency is not the amount that was asked', () => {
    expect(refusal(signedNotification({ ...paid, currency: 'USD' }, provider.privateKeyPem))).toBe('payment-wrong-amount');
  });
});

describe('the request to the hosted page', () => {
  const request = {
    reference: '7K2M-4Q9T.1',
    amount: cents(7800),
    language: 'fr',
    description: 'Le Phare d’hiver, 7K2M-4Q9T',
    returnUrl: 'https://theatre.example/commande/7K2M-4Q9T/retour',
    notifyUrl: 'https://theatre.example/hooks/payments/sandbox',
  } as const;

  it('is read by the provider as the shop wrote it', async () => {
    const { searchParams } = new URL(await sandbox.pageFor(request));
    expect(readSignedQuery(searchParams, hmacKey)).toEqual(request);
  });

  it('altered on its way is not the shop’s', async () => {
    for (const [name, value] of [
      ['amount', '1'],
      ['notifyUrl', 'https://elsewhere.example/'],
      ['returnUrl', 'https://elsewhere.example/'],
      ['hmac', 'AB'],
    ] as const) {
      const { searchParams } = new URL(await sandbox.pageFor(request));
      searchParams.set(name, value);
      expect(readSignedQuery(searchParams, hmacKey)).toBeUndefined();
    }
  });

  it('signed with another key is not the shop’s', async () => {
    const { searchParams } = new URL(await sandbox.pageFor(request));
    expect(readSignedQuery(searchParams, randomBytes(64).toString('hex'))).toBeUndefined();
  });
});
