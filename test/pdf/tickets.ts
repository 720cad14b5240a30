import { cents } from '../../src/domain/money';
import type { TicketDocument, TicketPage, TicketVenue } from '../../src/ports/tickets/printer';

export const MARINIERS: TicketVenue = {
  name: 'Théâtre des Mariniers',
  organizer: 'Association Théâtre des Mariniers',
  city: 'Valcour-sur-Loire',
  licences: ['PLATESV-D-2024-001172', 'PLATESV-D-2024-001173'],
  website: 'theatre-des-mariniers.example',
  phone: '02 61 91 40 20',
  email: 'billetterie@theatre-des-mariniers.example',
  address: '4 quai des Gabares',
  directions: [
    'À pied depuis la gare, 6 minutes. Tram B, arrêt Les Gabares.',
    'Parking du Halage, gratuit dès 19 h. Arceaux à vélos devant l’entrée.',
  ],
  advice: [
    {
      title: 'Soyez là à 20 h 15',
      text: 'Votre fauteuil vous attend jusqu’à 20 h 30. Ensuite, nous vous placerons au mieux, selon la mise en scène.',
    },
    {
      title: 'Sur place',
      text: 'Vestiaire gratuit. Le bar ouvre une heure avant et après la représentation. Gardez vos téléphones éteints pendant le spectacle.',
    },
    {
      title: 'Accessibilité',
      text: 'La salle est de plain-pied, avec boucle magnétique. Dites-nous si vous venez en fauteuil, nous vous attendrons à la porte.',
    },
    { title: 'Durée', text: '1 h 35 sans entracte, dès 12 ans.' },
  ],
};

export const CAMILLE: TicketPage = {
  seatNo: 1,
  seatCount: 5,
  orderReference: '7K2M-4Q9T',
  ticketNumber: 12458,
  ticketUid: 'CM-7K2M-4Q9T-1',
  qr: '1.a.CM-7K2M-4Q9T-1.1z.abcdef.V.' + 'x'.repeat(86),
  showTitle: 'Le Phare d’hiver',
  credit: 'Texte et mise en scène d’Hélène Vauquelin, avec Maud Sérignac et Aïcha Delorme',
  performanceAt: '2027-01-16T19:30:00Z',
  doorsAt: '2027-01-16T18:45:00Z',
  timeZone: 'Europe/Paris',
  room: 'Grande salle',
  category: '1, parterre',
  place: { row: 'F', seat: '12' },
  entrance: 'Parterre, porte de gauche',
  tariff: 'Plein tarif',
  holder: 'Camille Roussel',
  price: cents(2400),
  vatRate: 210,
  soldAt: '2027-01-08T13:21:00Z',
  salesChannel: 'INTERNET',
};

export const LEA: TicketPage = {
  ...CAMILLE,
  seatNo: 3,
  ticketNumber: 12471,
  ticketUid: 'CM-7K2M-4Q9T-3',
  place: { row: 'F', seat: '14' },
  tariff: 'Tarif étudiant',
  holder: 'Léa Roussel',
  price: cents(1400),
  atTheDoor: { proof: 'Carte d’étudiant ou certificat de scolarité 2026-2027', difference: cents(1000) },
};

export const JEANNE: TicketPage = {
  ...CAMILLE,
  seatNo: 2,
  seatCount: 2,
  orderReference: 'VN4D-K9Q3',
  ticketNumber: 12466,
  ticketUid: 'CM-VN4D-K9Q3-2',
  showTitle: 'Le Bal des éclusiers',
  credit: 'Bal théâtral de la compagnie Les Portes d’Aval, six musiciens, trente chaises',
  performanceAt: '2027-01-24T19:00:00Z',
  doorsAt: '2027-01-24T18:15:00Z',
  room: 'La Cale',
  category: 'unique, assis ou debout',
  place: undefined,
  entrance: 'par le quai',
  holder: 'Jeanne Okonkwo',
  price: cents(1600),
  vatRate: 550,
  soldAt: '2027-01-08T18:02:00Z',
};

export function printed(...tickets: readonly TicketPage[]): TicketDocument {
  return { language: 'fr', venue: MARINIERS, tickets };
}
