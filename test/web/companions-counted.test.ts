import { Refusal } from '../../src/domain/refusal';
import { problemOf } from '../../src/web/problem';
import { refusedAtTill } from '../../src/web/till/wrong';
import { OFFER } from '../fakes/catalogue';

const TWO = new Refusal('companion-without-holder', '', { companions: 2, accompanied: 1, field: 'seats/2/tariff', tariff: 'PSHACC' });
const ALONE = new Refusal('companion-without-holder', '', { companions: 1, accompanied: 0, field: 'seats/0/tariff', tariff: 'PSHACC' });

it('two companions for one person accompanied are told as such by the API, at the member that was sent', () => {
  const told = problemOf(TWO, { language: 'en', reference: 'r', changes: true });
  expect(told).toMatchObject({ code: 'companion-without-holder', facts: { companions: 2, accompanied: 1, tariff: 'PSHACC' } });
  expect(told.errors).toEqual([
    { in: 'body', pointer: '#/seats/2/tariff', detail: 'One companion’s seat for each person accompanied: 2 asked for 1.' },
  ]);
});

it('and by the till; a companion alone is told whom they go with', () => {
  const counted = /Une place d’accompagnateur par personne accompagnée.: 2 demandées pour 1\./;
  expect(refusedAtTill(OFFER, TWO, [])).toMatch(counted);
  expect(refusedAtTill(OFFER, ALONE, [])).toContain('va avec celle de la personne accompagnée');
});
