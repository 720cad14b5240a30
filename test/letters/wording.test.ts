import { typeset } from '../../src/letters/rendering/typography';
import { duration } from '../../src/wording/durations';
import { uncapital } from '../../src/domain/first-letter';
import { listed } from '../../src/domain/listed';
import { inLetters } from '../../src/wording/numbers';
import { subjectLine } from '../../src/letters/wording/subject';
import { tariffPhrase } from '../../src/letters/wording/seats';
import { ofVenue } from '../../src/letters/wording/venue-name';
import { DISABLED, FULL, JOBSEEKER, STUDENT } from '../people';

test('a subject is cut between two words, and gives up its date before the title', () => {
  const date = ', samedi 16 janvier à 20 h 30';
  expect(subjectLine('Vos billets pour ', 'Le Phare d’hiver', '', date)).toBe(`Vos billets pour Le Phare d’hiver${date}`);
  expect(subjectLine('Vos billets pour ', 'Trois lettres pour Agathe', '', date)).toBe('Vos billets pour Trois lettres pour Agathe');
  const long = subjectLine('', 'Les très riches heures du théâtre de la rue des Mariniers', ' : payé, déposez vos justificatifs');
  expect(long).toBe('Les très riches heures du théâtre… : payé, déposez vos justificatifs');
  // Where the room ends inside a word too.
  expect(subjectLine('', 'Les grandes heures du théâtre municipal', ' : payé, déposez vos justificatifs')).toBe(
    'Les grandes heures du théâtre… : payé, déposez vos justificatifs',
  );
  expect(subjectLine('', 'x'.repeat(90), ' : payé')).toHaveLength(69);
});

test.each([
  ['Une question ? Oui : 5 Mo ; rien !', 'Une question\u202F? Oui\u00A0: 5\u00A0Mo\u202F; rien\u202F!'],
  ["« l'école »", '«\u00A0l’école\u00A0»'],
  [
    'le 1er janvier à 20 h 30, place 3, rang F, fauteuil 14',
    'le 1er\u00A0janvier à 20\u00A0h\u00A030, place\u00A03, rang\u00A0F, fauteuil\u00A014',
  ],
  ['02 61 91 40 20', '02\u00A061\u00A091\u00A040\u00A020'],
  ["o'neil@courriel.example", "o'neil@courriel.example"],
])('%s is set as it is printed', (typed, printed) => {
  expect(typeset(typed, 'fr')).toBe(printed);
});

test('English has no blank before its signs', () => {
  expect(typeset("Isn't it at 8.30 pm? Row F, seat 14.", 'en')).toBe('Isn’t it at 8.30\u00A0pm? Row\u00A0F, seat\u00A014.');
});

test('tariffs in a sentence', () => {
  expect(tariffPhrase(STUDENT, 'fr')).toBe('tarif étudiant');
  expect(tariffPhrase(FULL, 'fr')).toBe('plein tarif');
  expect(tariffPhrase(DISABLED, 'fr')).toBe('tarif réduit');
  expect(tariffPhrase(DISABLED, 'en')).toBe('reduced tariff');
  expect(tariffPhrase(JOBSEEKER, 'en')).toBe('jobseeker tariff');
  expect(uncapital('RSA')).toBe('RSA');
});

test.each([
  ['Théâtre des Mariniers', 'du Théâtre des Mariniers'],
  ['Le Volcan', 'du Volcan'],
  ['La Cale', 'de La Cale'],
  ['Les Halles', 'des Halles'],
  ['L’Escale', 'de L’Escale'],
  ['Opéra du Port', 'de l’Opéra du Port'],
  ['Maison des arts', 'de la Maison des arts'],
  ['Zorglub', undefined],
])('the box office of %s', (venue, phrase) => {
  expect(ofVenue(venue)).toBe(phrase);
});

test('numbers and durations', () => {
  expect([1, 2, 10, 11].map((count) => inLetters(count, 'fr'))).toEqual(['un', 'deux', 'dix', '11']);
  expect(listed(['1', '2', '3'], 'fr')).toBe('1, 2 et 3');
  expect([5_000, 600_000, 3_600_000, 5_400_000].map((ms) => duration(ms, 'fr'))).toEqual([
    '5 secondes',
    '10 minutes',
    '1 heure',
    '90 minutes',
  ]);
});
