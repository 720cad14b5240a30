import { MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';
import { formFields, signsIn } from '../visitor';

const ADDRESSES = '/guichet/reglages/adresses';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

test('the desk names the sender of letters; what cannot stand there is said, and stays in its field', async () => {
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const sends = async (senderName: string) => {
    const { email, inboxAddress, copyAddress, escalationAddress } = theatre.venueSettings.house();
    const form = { ...formFields((await mehdi.get(ADDRESSES)).text, ADDRESSES), email, inboxAddress, copyAddress, escalationAddress };
    return mehdi.post(ADDRESSES).type('form').send({ ...form, senderName }); // prettier-ignore
  };
  expect((await sends('  Les Mariniers ')).status).toBe(303);
  expect(theatre.venueSettings.house().senderName).toBe('Les Mariniers');
  const refused = await sends('Écrivez à accueil@mariniers.example');
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Le nom de l’expéditeur tient sur une ligne');
  expect(refused.text).toContain('value="Écrivez à accueil@mariniers.example"');
  expect(theatre.venueSettings.house().senderName).toBe('Les Mariniers');
  expect((await sends('')).status).toBe(303);
  expect(theatre.venueSettings.house().senderName).toBe('');
});
