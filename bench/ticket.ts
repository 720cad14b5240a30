import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cents } from '../src/domain/money';
import { createPrinter } from '../src/pdf/printer';
import { createTicketSigner } from '../src/pdf/ticket-signature';
import type { Printer, TicketDocument, TicketPage, TicketVenue } from '../src/ports/tickets/printer';
import type { Bench } from './figure';

/** What printing costs once the process is warm: the middle of many runs, and the weight of what leaves by mail. */
export async function benchTicket({ print }: Pick<Bench, 'print'>): Promise<void> {
  const printer = createPrinter();
  const one = documentOf(1, { ...VENUE, logo: picture('logo') });
  const twenty = documentOf(20, { ...VENUE, logo: picture('logo'), plan: picture('plan') });
  await middleCpu(printer, one, 40);
  print({ figure: 'ticket-cpu', value: await middleCpu(printer, one, 100), unit: 'ms', aim: 20 });
  print({ figure: 'ticket-bytes', value: (await printer.print(one)).length, unit: 'bytes', aim: 40_960 });
  await middleCpu(printer, twenty, 5);
  print({ figure: 'tickets-20-cpu', value: await middleCpu(printer, twenty, 25), unit: 'ms', aim: 200 });
  print({ figure: 'tickets-20-bytes', value: (await printer.print(twenty)).length, unit: 'bytes', aim: 150_000 });
}

async function middleCpu(printer: Printer, document: TicketDocument, runs: number): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    await printer.print(document);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  const middle = spent.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return Math.round(middle * 10) / 10;
}

function documentOf(seatCount: number, venue: TicketVenue): TicketDocument {
  const privateKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signer = createTicketSigner({ keyId: 'a', privateKeyPem });
  const performanceAt = Date.parse(TICKET.performanceAt) / 1000;
  const tickets = Array.from({ length: seatCount }, (_, index): TicketPage => {
    const seatNo = index + 1;
    const ticketUid = `CM-${TICKET.orderReference}-${seatNo}`;
    const qr = signer.sign({ uid: ticketUid, performanceId: 71, performanceAt, proofToShow: false });
    return { ...TICKET, seatNo, seatCount, qr, ticketUid, ticketNumber: 12_458 + index, place: { row: 'F', seat: `${seatNo}` } };
  });
  return { language: 'fr', venue, tickets };
}

function picture(name: string): Buffer {
  return readFileSync(join(__dirname, '..', 'local', 'theatre', `${name}.png`));
}

const TICKET: TicketPage = {
  seatNo: 1,
  seatCount: 1,
  orderReference: '7K2M-4Q9T',
  ticketNumber: 12_458,
  ticketUid: 'CM-7K2M-4Q9T-1',
  qr: '',
  showTitle: 'Le Phare d’hiver',
  credit: 'Texte et mise en scène d’Hélène Vauquelin, avec Maud Sérignac et Aïcha Delorme',
  performanceAt: '2027-01-16T19:30:00Z',
  doorsAt: '2027-01-16T18:45:00Z',
  timeZone: 'Europe/Paris',
  room: 'Grande salle',
  category: '1, parterre',
  entrance: 'Parterre, porte de gauche',
  tariff: 'Plein tarif',
  holder: 'Camille Roussel',
  price: cents(2400),
  vatRate: 210,
  soldAt: '2027-01-08T13:21:00Z',
  salesChannel: 'INTERNET',
};

const VENUE: TicketVenue = {
  name: 'Théâtre des Mariniers',
  organizer: 'Association Théâtre des Mariniers',
  city: 'Valcour-sur-Loire',
  licences: ['PLATESV-D-2024-001172', 'PLATESV-D-2024-001173'],
  website: 'theatre-des-mariniers.example',
  phone: '02 61 91 40 20',
  email: 'billetterie@theatre-des-mariniers.example',
  address: '4 quai des Gabares',
  directions: ['À pied depuis la gare, 6 minutes. Tram B, arrêt Les Gabares.', 'Parking du Halage, gratuit dès 19 h.'],
  advice: [
    {
      title: 'Soyez là à 20 h 15',
      text: 'Votre fauteuil vous attend jusqu’à 20 h 30. Ensuite, nous vous placerons au mieux, selon la mise en scène.',
    },
    { title: 'Sur place', text: 'Vestiaire gratuit. Le bar ouvre une heure avant et après la représentation.' },
    { title: 'Accessibilité', text: 'La salle est de plain-pied, avec boucle magnétique.' },
    { title: 'Durée', text: '1 h 35 sans entracte, dès 12 ans.' },
  ],
};
