import { defined } from '../../fakes/defined';
import { fakeReadiness, fakeSaleRules, READY } from '../../fakes/sale';
import { PHARE } from '../../people';
import { createCalendar } from '../../../src/wording/dates';
import { MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';
import { formFields, signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const RULE = `/guichet/mise-en-vente/${PHARE.id}/regles/INTERNET`;

async function saves(typed: Readonly<Record<string, string>>) {
  const saleRules = fakeSaleRules();
  theatre = await openTheatre({ needs: () => ({ saleReadiness: fakeReadiness(READY), saleRules }) });
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const { text } = await mehdi.get(RULE).expect(200);
  const usual = {
    opensAt: '2026-10-01T10:00',
    closesAt: '2027-01-16T19:00',
    maxSeats: '4',
    tariffs: 'PLEIN',
    deliveryMethods: 'PRINT_AT_HOME',
  };
  const answer = await mehdi.post(RULE).type('form').send({ ...formFields(text, RULE), ...usual, ...typed }); // prettier-ignore
  const kept = (await saleRules.of(PHARE.id)).find(({ channel }) => channel === 'INTERNET');
  return { answer, kept: defined(kept) };
}

it.each([
  ['closesAt', 'Clôture de la vente'],
  ['opensAt', 'Ouverture de la vente'],
])('an hour that the clocks skip is refused, and what was typed stays: %s', async (field, name) => {
  const { answer, kept } = await saves({ [field]: '2027-03-28T02:30' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`${name}\u00a0: cette heure n’existe pas ce jour-là, l’heure change de 2\u00a0h à 3\u00a0h.`);
  expect(answer.text).toContain('value="2027-03-28T02:30"');
  expect(answer.text).toMatch(/name="maxSeats"[^>]*value="4"/);
  expect(JSON.stringify(kept)).not.toContain('2027-03-28');
});

it.each(['2027-03-28T01:59', '2027-03-28T03:00'])('the minutes beside it are hours of that night: %s', async (opensAt) => {
  const { answer } = await saves({ opensAt, closesAt: '2027-03-29T10:00' });
  expect(answer.text).not.toContain('n’existe pas ce jour-là');
});

it('an hour that comes twice means the first one', async () => {
  const { kept } = await saves({ opensAt: '2026-10-25T02:30' });
  expect(kept.opensAt).toBe('2026-10-25T00:30:00.000Z');
  expect(createCalendar('fr', 'Europe/Paris').time(kept.opensAt)).toBe('2\u00a0h\u00a030');
});
