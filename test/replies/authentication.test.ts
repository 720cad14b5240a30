import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign';
import { authenticateMail } from '../../src/replies/authentication';
import type { AuthenticationMode } from '../../src/replies/authentication';
import { headersOf } from '../../src/replies/headers';

const DOMAIN = 'mairie.example';
const HOST: AuthenticationMode = { mode: 'ar', authservId: 'mx.theatre.example' };
const HOP = 'Received: from out.mairie.example by mx.theatre.example with ESMTPS; Tue, 29 Sep 2026 10:12:00 +0200';
const PASS = 'Authentication-Results: mx.theatre.example; dkim=pass header.d=mairie.example; dmarc=pass header.from=mairie.example';

function asked(mode: AuthenticationMode, ...lines: readonly string[]) {
  const raw = Buffer.from(`${lines.join('\r\n')}\r\nFrom: camille@mairie.example\r\n\r\nOK\r\n`);
  return authenticateMail({ raw, headers: headersOf(raw), domain: DOMAIN }, mode);
}

describe('results of our own mail host', () => {
  it('are believed above its Received line', async () => {
    expect(await asked(HOST, PASS, HOP)).toMatchObject({ result: 'pass' });
    expect(await asked(HOST, 'Received: by lmtp.theatre.example; now', PASS, HOP)).toMatchObject({ result: 'pass' });
    expect(await asked(HOST, HOP, PASS)).toMatchObject({ result: 'fail' });
  });

  it('are believed under it only where the host is known to write them there', async () => {
    const gmail: AuthenticationMode = { ...HOST, underReceived: true };
    expect(await asked(gmail, HOP, PASS, 'Received: from a by b; now')).toMatchObject({ result: 'pass' });
    expect(await asked(gmail, HOP, 'Received: from a by b; now', PASS)).toMatchObject({ result: 'fail' });
  });

  it('need an aligned DKIM pass', async () => {
    const of = (results: string) => asked(HOST, `Authentication-Results: mx.theatre.example; ${results}`, HOP);
    expect(await of('dkim=pass header.d=mail.mairie.example')).toMatchObject({ result: 'pass' });
    expect(await of('dkim=pass header.i=@mairie.example header.b=x')).toMatchObject({ result: 'pass' });
    expect(await of('dkim=fail header.d=attacker.example; dkim=pass header.d=mairie.example')).toMatchObject({ result: 'pass' });
    expect(await of('spf=pass; dmarc=pass')).toMatchObject({ result: 'fail' });
    expect(await of('dkim=pass header.d=attacker.example')).toMatchObject({ result: 'fail' });
    expect(await of('dkim=pass header.d=notmairie.example')).toMatchObject({ result: 'fail' });
    expect(await of('dkim=pass header.d=example')).toMatchObject({ result: 'fail' });
    expect(await of('dkim=pass header.d=mairie.example; dmarc=fail')).toMatchObject({ result: 'fail' });
    expect(await of('dkim=none')).toMatchObject({ result: 'fail' });
    expect(await of('x="; dkim=pass header.d=mairie.example"')).toMatchObject({ result: 'fail' });
  });

  it.each(['xn--thtre-4qa2c.example', 'théâtre.example', 'mail.théâtre.example'])('know a domain signed for as %s', async (signer) => {
    const raw = Buffer.from(
      `Authentication-Results: mx.theatre.example; dkim=pass header.d=${signer}\r\n${HOP}\r\nFrom: Zoé <zoé@théâtre.example>\r\n\r\nOK\r\n`,
    );
    const mail = { raw, headers: headersOf(raw), domain: 'xn--thtre-4qa2c.example' };
    expect(await authenticateMail(mail, HOST)).toMatchObject({ result: 'pass' });
    expect(await authenticateMail({ ...mail, domain: 'xn--fsqu00a.example' }, HOST)).toMatchObject({ result: 'fail' });
  });

  it('fail closed when they disagree, or when another host wrote them', async () => {
    const fail = 'Authentication-Results: mx.theatre.example; dkim=fail header.d=mairie.example';
    expect(await asked(HOST, PASS, fail, HOP)).toMatchObject({ result: 'fail' });
    expect(await asked(HOST, PASS.replace('mx.theatre.example', 'mx.theatre.example.attacker.example'), HOP)).toMatchObject({
      result: 'fail',
    });
    expect(await asked(HOST, HOP)).toMatchObject({ result: 'fail' });
  });
});

describe('results without the id of a host, as Exchange Online writes them', () => {
  const EXCHANGE: AuthenticationMode = { mode: 'ar-topmost-noid' };
  const LINE =
    'Authentication-Results: spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=mairie.example; dkim=pass (signature was verified)\r\n header.d=mairie.example;dmarc=pass action=none header.from=mairie.example;compauth=pass reason=100';

  it('are believed when topmost', async () => {
    expect(await asked(EXCHANGE, 'Received: from a by b; now', LINE, HOP)).toMatchObject({ result: 'pass' });
    expect(await asked(EXCHANGE, PASS, LINE)).toMatchObject({ result: 'fail' });
    expect(await asked(EXCHANGE, LINE.replace('dkim=pass', 'dkim=none'), LINE)).toMatchObject({ result: 'fail' });
  });

  it('are not asked of mail inside the venue’s own tenant, only where its settings say so', async () => {
    const inside = 'X-MS-Exchange-Organization-AuthAs: Internal';
    const tenant: AuthenticationMode = { ...EXCHANGE, sameTenant: 'mairie.example' };
    const nobody = LINE.replace('dkim=pass', 'dkim=none').replace('dmarc=pass', 'dmarc=none');
    expect(await asked(tenant, HOP, nobody, inside)).toMatchObject({ result: 'pass' });
    expect(await asked(EXCHANGE, HOP, nobody, inside)).toMatchObject({ result: 'fail' });
    expect(await asked({ ...EXCHANGE, sameTenant: 'theatre.example' }, HOP, nobody, inside)).toMatchObject({ result: 'fail' });
    expect(await asked(tenant, HOP, nobody, inside, 'X-MS-Exchange-Organization-AuthAs: Anonymous')).toMatchObject({ result: 'fail' });
    expect(await asked(tenant, HOP, nobody)).toMatchObject({ result: 'fail' });
  });
});

describe('our own check of the signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const zone = new Map([
    ['k1._domainkey.mairie.example', `v=DKIM1; k=rsa; p=${key}`],
    ['_dmarc.mairie.example', 'v=DMARC1; p=reject'],
    ['k1._domainkey.xn--thtre-4qa2c.example', `v=DKIM1; k=rsa; p=${key}`],
    ['_dmarc.xn--thtre-4qa2c.example', 'v=DMARC1; p=reject'],
  ]);
  const resolver = (name: string): Promise<string[][]> => {
    const text = zone.get(name);
    return text ? Promise.resolve([[text]]) : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
  };
  const MAIL =
    'From: camille@mairie.example\r\nTo: validation@theatre.example\r\nSubject: Re\r\nDate: Tue, 29 Sep 2026 10:12:00 +0200\r\n\r\nOK\r\n';

  async function signed(mail: string, signingDomain = DOMAIN): Promise<Buffer> {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const key1 = { signingDomain, selector: 'k1', privateKey: pem };
    // Its types name the key's fields at the top, its code reads them from the list.
    const { signatures } = await dkimSign(Buffer.from(mail), { ...key1, signatureData: [key1] });
    return Buffer.from(`${signatures}${mail}`);
  }
  const check = (raw: Buffer, by: typeof resolver) =>
    authenticateMail({ raw, headers: headersOf(raw), domain: DOMAIN }, { mode: 'mailauth', resolver: by });

  it('passes a mail as it was signed, and nothing else', async () => {
    const raw = await signed(MAIL);
    expect(await check(raw, resolver)).toMatchObject({ result: 'pass' });
    expect(await check(Buffer.from(raw.toString().replace('OK', 'NO')), resolver)).toMatchObject({ result: 'fail' });
    expect(await check(Buffer.from(MAIL), resolver)).toMatchObject({ result: 'fail' });
  });

  it.each(['zoé@théâtre.example', 'zoe@xn--thtre-4qa2c.example'])(
    'passes a mail of %s, which its host signs as DNS spells it',
    async (sender) => {
      const raw = await signed(MAIL.replace('camille@mairie.example', sender), 'xn--thtre-4qa2c.example');
      const mail = { raw, headers: headersOf(raw), domain: 'xn--thtre-4qa2c.example' };
      expect(await authenticateMail(mail, { mode: 'mailauth', resolver })).toMatchObject({ result: 'pass' });
    },
  );

  it('refuses nothing while DNS is away', async () => {
    const away = () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' }));
    expect(await check(await signed(MAIL), away)).toMatchObject({ result: 'temporary' });
  });
});
