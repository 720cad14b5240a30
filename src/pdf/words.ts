import type { Language } from '../domain/language';

/** What the sheet says around the ticket's own values. */
export interface Words {
  readonly ticket: (seatNo: number, seatCount: number) => string;
  readonly order: (reference: string) => string;
  readonly howToShow: string;
  readonly onePerPerson: string;
  readonly proofToShow: string;
  readonly withThisTicket: (proof: string) => string;
  readonly otherwise: (amount: string) => string;
  readonly roomAndDoors: (room: string, time: string) => string;
  readonly category: string;
  readonly row: string;
  readonly seat: string;
  readonly entrance: string;
  /** The entrance under that label: venues write it in French. */
  readonly entranceName: (entrance: string) => string;
  /** The entrance in one line, where it has no column of its own. */
  readonly byEntrance: (entrance: string) => string;
  readonly seating: string;
  readonly free: string;
  readonly exempt: string;
  readonly exemptNote: string;
  readonly withVat: (rate: string) => string;
  readonly ticketNumber: string;
  readonly qrCode: (number: string) => string;
  readonly foldHere: string;
  readonly gettingHere: string;
  readonly plan: (venue: string) => string;
  readonly beforeYouCome: string;
  readonly question: (phone: string, email: string) => string;
  readonly documentTitle: (order: string) => string;
}

const FRENCH: Words = {
  ticket: (seatNo, seatCount) => `E-billet, place\u00a0${seatNo} sur\u00a0${seatCount}`,
  order: (reference) => `commande\u00a0${reference}`,
  howToShow: 'À présenter à l’entrée, imprimé ou sur un téléphone.',
  onePerPerson: 'Un billet par personne.',
  proofToShow: 'Justificatif à présenter',
  withThisTicket: (proof) => `${proof}, avec ce billet.`,
  otherwise: (amount) => `À défaut, ${amount} vous seront demandés.`,
  roomAndDoors: (room, time) => `${room}, portes à\u00a0${time}`,
  category: 'Catégorie',
  row: 'Rang',
  seat: 'Fauteuil',
  entrance: 'Entrée',
  entranceName: (entrance) => entrance,
  // « Entrée par le quai », but « Entrée : porte B ».
  byEntrance: (entrance) => (entrance.startsWith('par ') ? `Entrée ${entrance}` : `Entrée\u00a0: ${entrance}`),
  seating: 'Placement',
  free: 'libre',
  exempt: 'Exonéré',
  exemptNote: 'entrée gratuite',
  withVat: (rate) => `TTC, dont TVA ${rate}`,
  ticketNumber: 'Billet n°',
  qrCode: (number) => `Code à scanner du billet n°\u00a0${number}`,
  foldHere: 'plier ici',
  gettingHere: 'Venir au théâtre',
  plan: (venue) => `Plan d’accès : ${venue}. Le chemin est aussi écrit sous le plan.`,
  beforeYouCome: 'Avant de venir',
  question: (phone, email) => `Une question\u00a0? ${phone}, ${email}`,
  documentTitle: (order) => `E-billets, commande ${order}`,
};

/** « par le foyer » is half a French sentence; « le foyer » is what the door says. */
function placeOf(entrance: string): string {
  return entrance.replace(/^par /, '');
}

const ENGLISH: Words = {
  ticket: (seatNo, seatCount) => `E-ticket ${seatNo} of\u00a0${seatCount}`,
  order: (reference) => `order\u00a0${reference}`,
  howToShow: 'Show it at the entrance, printed or on a phone.',
  onePerPerson: 'One ticket per person.',
  proofToShow: 'Proof to be shown',
  withThisTicket: (proof) => `${proof}, with this ticket.`,
  otherwise: (amount) => `Otherwise ${amount} will be asked for.`,
  roomAndDoors: (room, time) => `${room}, doors open at\u00a0${time}`,
  category: 'Category',
  row: 'Row',
  seat: 'Seat',
  entrance: 'Entrance',
  entranceName: placeOf,
  byEntrance: (entrance) => `Entrance: ${placeOf(entrance)}`,
  seating: 'Seating',
  free: 'free',
  exempt: 'Exonéré',
  exemptNote: 'free of charge',
  withVat: (rate) => `including VAT at ${rate}`,
  ticketNumber: 'Ticket no.',
  qrCode: (number) => `Code to scan of ticket no.\u00a0${number}`,
  foldHere: 'fold here',
  gettingHere: 'Getting here',
  plan: (venue) => `Access plan: ${venue}. The way is also written under the plan.`,
  beforeYouCome: 'Before you come',
  question: (phone, email) => `A question? ${phone}, ${email}`,
  documentTitle: (order) => `E-tickets, order ${order}`,
};

export const WORDS: Readonly<Record<Language, Words>> = { fr: FRENCH, en: ENGLISH };
