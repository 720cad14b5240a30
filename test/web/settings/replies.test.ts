import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';
import { formFields, signsIn } from '../visitor';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
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
  expect(text).toContain('La boîte a répondu le 4\u00a0janvier à\u00a012\u00a0h.');
  expect(text).toContain('value="mx.theatre-des-mariniers.example"');
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
