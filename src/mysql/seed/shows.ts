import type { Knex } from 'knex';
import type { NewRow } from '../schema/tables';
import { idOf, words } from './insert-missing';

export interface SeededShows {
  readonly phare: number;
  readonly agathe: number;
  readonly bal: number;
}

export async function seedShows(knex: Knex, venueId: number): Promise<SeededShows> {
  const show = ({ title, ...rest }: (typeof SHOWS)[keyof typeof SHOWS]) =>
    idOf(knex, 'shows', ['venue_id', 'title'], { venue_id: venueId, title, ...rest });
  return { phare: await show(SHOWS.phare), agathe: await show(SHOWS.agathe), bal: await show(SHOWS.bal) };
}

const SHOWS = {
  phare: {
    title: 'Le Phare d’hiver',
    credit: 'Texte et mise en scène d’Hélène Vauquelin, avec Maud Sérignac et Aïcha Delorme',
    genre: 'Théâtre, création',
    presentation: words(
      'Une gardienne de phare, la veille de son départ, reçoit une lettre écrite par elle-même, trente ans plus tôt. Deux comédiennes, un violoncelle et beaucoup de neige.',
      'On the eve of her departure a lighthouse keeper receives a letter that she wrote herself, thirty years earlier. Two actresses, a cello and a great deal of snow.',
    ),
    practical: words('1\u00a0h\u00a035 sans entracte, dès 12\u00a0ans', '1\u00a0h\u00a035 without interval, from age 12'),
  },
  agathe: {
    title: 'Trois lettres pour Agathe',
    credit: 'De Basile Kerrien, mise en scène de Nour Maréchal, avec Colombe Sauvageot',
    genre: 'Théâtre, seule en scène',
    presentation: words(
      'Agathe trie le courrier d’un village que l’on va noyer sous un barrage. Trois lettres n’ont plus d’adresse. Elle les ouvre, et le village se remet à parler.',
      'Agathe sorts the mail of a village that a dam is about to drown. Three letters have no address any more. She opens them, and the village begins to speak again.',
    ),
    practical: words('1\u00a0h\u00a010 sans entracte, dès 10\u00a0ans', '1\u00a0h\u00a010 without interval, from age 10'),
  },
  bal: {
    title: 'Le Bal des éclusiers',
    credit: 'Bal théâtral de la compagnie Les Portes d’Aval, six musiciens, trente chaises',
    genre: 'Bal théâtral',
    presentation: words(
      'Une fois l’an, les éclusiers ferment les portes et ouvrent le bal. On y raconte la Loire entre deux valses, et personne n’est obligé de savoir danser.',
      'Once a year the lock keepers close the gates and open the ball. The Loire is told between two waltzes, and nobody needs to know how to dance.',
    ),
    practical: words('2\u00a0h\u00a030 avec entracte, tout public', '2\u00a0h\u00a030 with interval, for all ages'),
  },
} satisfies Record<string, Omit<NewRow<'shows'>, 'venue_id'>>;
