import { READY } from '../../fakes/sale';
import { MARINIERS } from '../../people';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';
import { formFields, signsIn } from '../visitor';

let theatre: Theatre;
/** The mailbox that is read, as its host names the account. */
let mailbox: string | undefined;
beforeEach(async () => {
  mailbox = undefined;
  const services = () => READY.services.map((check) => (check.service === 'inbox' ? { ...check, mailbox } : check));
  theatre = await openTheatre({ needs: () => ({ serviceChecks: { all: () => Promise.resolve(services()) } }) });
});
afterEach(() => theatre.close());

const PAGE = '/guichet/reglages/reponses';

async function typed(fields: Readonly<Record<string, string>>) {
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { text } = await mehdi.get(PAGE).expect(200);
  const { _csrf } = formFields(text, PAGE);
  return mehdi
    .post(PAGE)
    .type('form')
    .send({ _csrf, ...fields });
}

const settled = () => theatre.needs.venueSettings.authentication(1);

test('the page says whether the inbox answers, when, and who is believed', async () => {
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  expect((await mehdi.get('/guichet/reglages')).text).toContain(PAGE);
  const { text } = await mehdi.get(PAGE).expect(200);
  expect(text).toContain('La boîte relevée a répondu le 4\u00a0janvier à\u00a012\u00a0h.');
  expect(text).toContain('value="mx.theatre-des-mariniers.example"');
});

const OTHER_NAME = 'La boîte relevée porte un autre nom';

test('the mailbox that answered is named, and whoever may have moved the address alone is warned', async () => {
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { inboxAddress } = MARINIERS;
  // long words stand in spans of their own
  const read = async () => (await mehdi.get(PAGE).expect(200)).text.replaceAll(/<\/?span[^>]*>/g, '');
  for (const same of [inboxAddress, inboxAddress.toUpperCase(), inboxAddress.slice(0, inboxAddress.indexOf('@'))]) {
    mailbox = same;
    const text = await read();
    expect(text).not.toContain(OTHER_NAME);
    expect(text).toContain(`La boîte relevée, ${same}, a répondu`);
  }
  mailbox = 'ancienne@mariniers.example';
  const text = await read();
  expect(text).toContain('La boîte relevée, ancienne@mariniers.example, a répondu');
  expect(text).toContain(OTHER_NAME);
  expect(text).toContain(`Les réponses partent à ${inboxAddress}, et la boîte ancienne@mariniers.example est relevée.`);
});

test('another host is believed from now on', async () => {
  expect((await typed({ mode: 'ar', authservId: ' mx.heberge.example ' })).status).toBe(303);
  expect(await settled()).toEqual({ mode: 'ar', authservId: 'mx.heberge.example', sameTenant: false });
  expect((await typed({ mode: 'ar-topmost-noid', authservId: '', sameTenant: 'yes' })).status).toBe(303);
  expect(await settled()).toEqual({ mode: 'ar-topmost-noid', authservId: undefined, sameTenant: true });
});

test.each([
  ['no host is named', { mode: 'ar', authservId: '' }, 'Le nom du serveur va avec le premier choix'],
  ['a host that no header could name', { mode: 'ar', authservId: 'mx; pass' }, 'Le nom du serveur va avec le premier choix'],
  ['a host for a mode that looks at none', { mode: 'mailauth', authservId: 'mx.example' }, 'Le nom du serveur va avec le premier choix'],
  ['a tenant for a mode that knows none', { mode: 'mailauth', sameTenant: 'yes' }, 'Le courrier interne n’est cru'],
])('%s: refused, and told why', async (_what, fields, why) => {
  const { status, text } = await typed(fields);
  expect(status).toBe(400);
  expect(text).toContain(why);
  expect(await settled()).toMatchObject({ authservId: 'mx.theatre-des-mariniers.example' });
});

test('only who runs the house settles it', async () => {
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  expect((await helene.get(PAGE)).status).toBe(403);
});
