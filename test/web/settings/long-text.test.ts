import { closedAfterwards } from '../../closed-afterwards';
import { MEHDI_IN_THE_OFFICE, openTheatre } from '../harness';
import { formFields, signsIn } from '../visitor';

test('a text may be as long as its field says, in any script', async () => {
  const theatre = closedAfterwards(await openTheatre());
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const page = '/guichet/reglages/textes/terms-of-sale/fr';
  const { text } = await mehdi.get(page).expect(200);
  // nine bytes a sign in a form
  const form = { ...formFields(text, page), text: `{organisateur} {adresse} {téléphone} {e-mail} ${'ก'.repeat(19_000)}` };
  const { status } = await mehdi.post(page).type('form').send(form);
  expect(status).toBe(303);
});
