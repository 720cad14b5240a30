import { openPlaces } from '../../src/mysql/catalogue/open-places';
import { NOW, openBoxOffice, type BoxOffice } from './open-box-office';
import { defined } from '../fakes/defined';
import { insertedId } from '../../src/mysql/rows';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

test('what is on, in the order of the dates', async () => {
  const performances = await office.catalogue.performances('INTERNET');
  expect(performances).toHaveLength(8);
  expect(performances[1]).toEqual({
    id: office.theatre.phare,
    venueId: expect.any(Number),
    showId: expect.any(Number),
    salesOpenAt: '2026-12-05T10:00:00.000Z',
    salesCloseAt: '2027-01-15T18:30:00.000Z',
    free: 200,
    showTitle: 'Le Phare d’hiver',
    credit: 'Texte et mise en scène d’Hélène Vauquelin, avec Maud Sérignac et Aïcha Delorme',
    genre: 'Théâtre, création',
    presentation: expect.objectContaining({ fr: expect.stringContaining('gardienne de phare') }),
    practical: { fr: '1\u00a0h\u00a035 sans entracte, dès 12\u00a0ans', en: '1\u00a0h\u00a035 without interval, from age 12' },
    startsAt: '2027-01-15T19:30:00.000Z',
    doorsAt: '2027-01-15T18:45:00.000Z',
    endsAt: '2027-01-15T21:05:00.000Z',
    room: 'Grande salle',
    seating: 'numbered',
    vatRate: 210,
  });
});

test('the offer of a performance: places left, prices by category, proofs in words', async () => {
  const offer = await office.catalogue.offer(office.theatre.phare, 'INTERNET');
  expect(offer).toMatchObject({
    categories: [
      { code: '1', name: '1, parterre', free: 128 },
      { code: '2', name: '2, balcon', free: 72 },
    ],
    salesOpenAt: '2026-12-05T10:00:00.000Z',
    salesCloseAt: '2027-01-15T18:30:00.000Z',
    maxSeats: 6,
  });
  expect(offer?.tariffs[0]).toMatchObject({ code: 'PLEIN', needsProof: false, acceptedProofs: [] });
  expect(offer?.tariffs[1]).toEqual({
    code: 'ETUD',
    name: { fr: 'Étudiant', en: 'Student' },
    needsProof: true,
    health: false,
    acceptedProofs: [
      { fr: 'carte d’étudiant', en: 'student card' },
      { fr: 'certificat de scolarité', en: 'enrolment certificate' },
    ],
    validity: {
      fr: 'valable pour l’année universitaire qui comprend le 15\u00a0janvier 2027',
      en: 'valid for the academic year that includes 15\u00a0January 2027',
    },
    companionship: undefined,
    maxPerOrder: undefined,
    minPerOrder: undefined,
    memberNumber: undefined,
    prices: { '1': { price: 1400, fee: 0 }, '2': { price: 1000, fee: 0 } },
  });
});

test('what has no price, or is unknown, is not on sale', async () => {
  expect(await office.catalogue.offer(999_999, 'INTERNET')).toBeUndefined();
  const { id: _, ...phare } = defined(await office.knex('performances').where({ id: office.theatre.phare }).first());
  const words = JSON.stringify({ fr: '', en: '' });
  const show = { venue_id: 1, title: 'Lecture', credit: '', genre: '', presentation: words, practical: words };
  const showId = await insertedId(office.knex, 'shows', show);
  const id = await insertedId(office.knex, 'performances', { ...phare, show_id: showId, starts_at: new Date(NOW) });
  expect(await office.catalogue.offer(id, 'INTERNET')).toBeUndefined();
});

test('places are put on sale once', async () => {
  await openPlaces(office.knex, office.theatre.phare);
  expect(await office.freePlaces()).toBe(128);
});
