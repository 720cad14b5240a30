import type { Wording } from '../language';
import type { TextKind } from './text-kind';

/** What a text may name between braces. Names are French in both languages: a venue learns them once. */
export interface TextField {
  readonly name: string;
  readonly means: Wording;
  /** Stands alone in its paragraph: a button, a table. */
  readonly block?: true;
  /** A text that loses it is refused: nobody could do what the letter asks. */
  readonly required?: true;
}

export type FieldTable = Readonly<Record<string, Omit<TextField, 'name'>>>;

/** What a text may name, and what is said where the venue has written nothing of its own. */
export interface TextSheet {
  readonly fields: FieldTable;
  readonly text: Wording;
  /** A page that the law asks for: longer, and kept even where it lacks a field. */
  readonly page?: true;
}

/** Of the shop, or of a letter. */
export type TextSheetOf = (kind: TextKind) => TextSheet;

/** In every letter about an order. */
export const ORDER_FIELDS = {
  client: { means: { fr: 'le nom de la personne qui a commandé', en: 'the name of the person who ordered' } },
  commande: { means: { fr: 'la référence de la commande', en: 'the reference of the order' } },
  spectacle: { means: { fr: 'le titre du spectacle', en: 'the title of the show' } },
  date: { means: { fr: 'le jour et l’heure de la séance', en: 'the day and hour of the performance' } },
  salle: { means: { fr: 'la salle', en: 'the room' } },
  lieu: { means: { fr: 'le nom du lieu', en: 'the name of the venue' } },
  téléphone: { means: { fr: 'le téléphone de la billetterie', en: 'the telephone of the box office' } },
  rubrique: { means: { fr: 'le nom de la rubrique « Mes justificatifs »', en: 'the name of the section “My proofs”' } },
  formats: {
    means: {
      fr: 'les fichiers acceptés, « Une photo ou un fichier JPEG … de 5 Mo au plus »',
      en: 'the files accepted, “A photo or a JPEG … file of at most 5 MB”',
    },
  },
} as const satisfies FieldTable;

/** Who sells: for the shop and the pages that the law asks for. */
export const SELLER_FIELDS = {
  organisateur: { means: { fr: 'le nom de l’organisateur', en: 'the name of the organizer' } },
  licences: { means: { fr: 'les numéros de récépissé valant licence', en: 'the licence numbers' } },
  adresse: { means: { fr: 'l’adresse du lieu', en: 'the address of the venue' } },
  'e-mail': { means: { fr: 'l’adresse e-mail de la billetterie', en: 'the e-mail address of the box office' } },
} as const satisfies FieldTable;

const asked = { fr: 'la date limite pour les justificatifs', en: 'the time limit for the proofs' };
const button = { fr: 'le bouton de la lettre, avec son lien', en: 'the button of the letter, with its link' };
const seats = { fr: 'le tableau des places', en: 'the table of the seats' };
const show = { fr: 'le spectacle, encadré', en: 'the show, framed' };
const ways = { fr: 'les autres solutions, avec leurs liens', en: 'the other ways on, with their links' };
const news = { fr: 'la nouvelle, telle que la commande la veut', en: 'the news, as the order has it' };
const file = { fr: 'le client, la commande et la séance', en: 'the customer, the order and the performance' };

/** Fields that several letters name. */
export const PARTS = {
  deadline: { means: asked, required: true },
  button: { means: button, block: true, required: true },
  seats: { means: seats, block: true },
  show: { means: show, block: true },
  ways: { means: ways, block: true, required: true },
  news: { means: news, required: true },
  file: { means: file, block: true, required: true },
  next: { means: { fr: 'la suite, selon la commande', en: 'what follows, as the order has it' }, block: true, required: true },
} as const satisfies FieldTable;
