import type { Language } from '../domain/language';

/** The small print in one language; a label is set bold, what follows it light. */
interface MentionWords {
  readonly organizer: string;
  readonly licences: string;
  readonly show: string;
  readonly performance: (day: string, time: string) => string;
  readonly seat: string;
  readonly category: (category: string) => string;
  readonly place: (row: string, seat: string) => string;
  readonly freeSeating: string;
  readonly paid: string;
  readonly allTaxesIncluded: (price: string) => string;
  readonly exempt: string;
  readonly number: string;
  readonly identifier: string;
  readonly sold: string;
  readonly online: string;
  /** The counter's channel, by its name. */
  readonly counter: string;
  readonly soldOn: (day: string, time: string) => string;
  readonly validity: string;
  readonly issuer: string;
}

const FRENCH: MentionWords = {
  organizer: 'Exploitant',
  licences: 'Licences',
  show: 'Spectacle',
  performance: (day, time) => `séance du ${day} à\u00a0${time}`,
  seat: 'Place',
  category: (category) => `catégorie\u00a0${category}`,
  place: (row, seat) => `rang\u00a0${row}, fauteuil\u00a0${seat}`,
  freeSeating: 'placement libre',
  paid: 'Prix\u00a0global\u00a0payé',
  allTaxesIncluded: (price) => `${price}\u00a0TTC`,
  exempt: 'exonéré',
  number: 'N°\u00a0d’ordre',
  identifier: 'identifiant',
  sold: 'Vente',
  online: 'en ligne, ',
  counter: 'guichet',
  soldOn: (day, time) => `le\u00a0${day} à\u00a0${time}`,
  validity: 'Valable pour cette séance et cette catégorie seulement. Ni repris ni échangé. Revente interdite (loi du 27\u00a0juin 1919).',
  issuer: 'Billet émis par Contremarque, système de billetterie informatisée.',
};

const ENGLISH: MentionWords = {
  organizer: 'Organiser',
  licences: 'Licences',
  show: 'Show',
  performance: (day, time) => `performance of ${day} at\u00a0${time}`,
  seat: 'Seat',
  category: (category) => `category\u00a0${category}`,
  place: (row, seat) => `row\u00a0${row}, seat\u00a0${seat}`,
  freeSeating: 'free seating',
  paid: 'Total\u00a0price\u00a0paid',
  allTaxesIncluded: (price) => `${price}\u00a0incl.\u00a0VAT`,
  exempt: 'exonéré (free\u00a0of\u00a0charge)',
  number: 'Ticket\u00a0no.',
  identifier: 'identifier',
  sold: 'Sold',
  online: 'online, ',
  counter: 'box office',
  soldOn: (day, time) => `${day} at\u00a0${time}`,
  validity:
    'Valid for this performance and this category only. No refund, no exchange. Resale forbidden (French law of 27\u00a0June 1919).',
  issuer: 'Ticket issued by Contremarque, computerised ticketing system.',
};

export const MENTION_WORDS: Readonly<Record<Language, MentionWords>> = { fr: FRENCH, en: ENGLISH };
