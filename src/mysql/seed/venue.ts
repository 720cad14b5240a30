import type { Knex } from 'knex';
import { DEFAULT_POLICY } from '../../domain/venue-policy';
import { idOf, insertMissing, words } from './insert-missing';
import type { SeedOptions } from './seed-options';

const DOMAIN = 'theatre-des-mariniers.example';
const BOX_OFFICE = `billetterie@${DOMAIN}`;

export async function seedVenue(knex: Knex, { policy, authentication, pictures }: SeedOptions): Promise<number> {
  const id = await idOf(knex, 'venues', ['inbox_address'], {
    inbox_address: `validation@${DOMAIN}`,
    ...SIGN,
    ...TEXTS,
    policy: JSON.stringify({ ...DEFAULT_POLICY, ...policy }),
    attach_proofs: true,
    authentication_mode: authentication?.mode ?? 'ar',
    authserv_id: authentication === undefined ? `mx.${DOMAIN}` : (authentication.authservId ?? null),
    logo: pictures?.logo ?? null,
    plan: pictures?.plan ?? null,
  });
  await insertMissing(
    knex,
    'reviewers',
    ['venue_id', 'address'],
    [
      { venue_id: id, name: 'Billetterie', address: BOX_OFFICE },
      { venue_id: id, name: 'Sophie Marchand', address: `sophie.marchand@${DOMAIN}` },
    ],
  );
  return id;
}

const SIGN = {
  name: 'Théâtre des Mariniers',
  organizer: 'Association Théâtre des Mariniers',
  licences: JSON.stringify(['PLATESV-D-2024-001172', 'PLATESV-D-2024-001173']),
  address: '4 quai des Gabares',
  city: 'Valcour-sur-Loire',
  phone: '02\u00a061\u00a091\u00a040\u00a020',
  email: BOX_OFFICE,
  website: DOMAIN,
  time_zone: 'Europe/Paris',
  copy_address: BOX_OFFICE,
  escalation_address: `direction@${DOMAIN}`,
};

const TEXTS = {
  opening_hours: words('du mardi au samedi de 14\u00a0h à 18\u00a0h\u00a030', 'Tuesday to Saturday from 2\u00a0pm to 6.30\u00a0pm'),
  proofs_label: words('Mes justificatifs', 'My proofs'),
  directions: JSON.stringify([
    {
      fr: 'À pied depuis la gare, 6\u00a0minutes. Tram\u00a0B, arrêt Les Gabares.',
      en: 'From the station, 6\u00a0minutes on foot. Tram\u00a0B, stop Les Gabares.',
    },
    {
      fr: 'Parking du Halage, gratuit dès 19\u00a0h. Arceaux à vélos devant l’entrée.',
      en: 'Car park du Halage, free from 7\u00a0pm. Bicycle racks at the entrance.',
    },
  ]),
  advice: JSON.stringify([
    {
      title: { fr: 'Soyez là un quart d’heure avant', en: 'Be there a quarter of an hour early' },
      text: {
        fr: 'Votre place vous attend jusqu’au lever du rideau. Ensuite, nous vous placerons au mieux, selon la mise en scène.',
        en: 'Your seat waits for you until the curtain rises. After that we will seat you as well as the staging allows.',
      },
    },
    {
      title: { fr: 'Sur place', en: 'In the house' },
      text: {
        fr: 'Vestiaire gratuit. Le bar ouvre une heure avant et après la représentation. Gardez vos téléphones éteints pendant le spectacle.',
        en: 'The cloakroom is free. The bar opens an hour before and after the performance. Please keep telephones off during the show.',
      },
    },
    {
      title: { fr: 'Accessibilité', en: 'Access' },
      text: {
        fr: 'La salle est de plain-pied, avec boucle magnétique. Dites-nous si vous venez en fauteuil, nous vous attendrons à la porte.',
        en: 'The house has no steps and has an induction loop. Tell us if you come by wheelchair: we will wait for you at the door.',
      },
    },
  ]),
};
