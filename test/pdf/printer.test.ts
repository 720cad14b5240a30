import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cents } from '../../src/domain/money';
import { createPrinter } from '../../src/pdf/printer';
import { createTicketSigner } from '../../src/pdf/ticket-signature';
import type { TicketPage } from '../../src/ports/tickets/printer';
import { factsOf, fontsOf, heardOf, scan, textOf } from './paper';
import { CAMILLE, JEANNE, LEA, MARINIERS, printed } from './tickets';

const printer = createPrinter();
const privateKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const signer = createTicketSigner({ keyId: 'a', privateKeyPem });
const picture = (name: string) => readFileSync(`local/theatre/${name}.png`);
const WITH_LOGO = { ...MARINIERS, logo: picture('logo') };
const WITH_BOTH = { ...WITH_LOGO, plan: picture('plan') };

function signed(ticket: TicketPage): TicketPage {
  const performanceAt = Date.parse(ticket.performanceAt) / 1000;
  return {
    ...ticket,
    qr: signer.sign({ uid: ticket.ticketUid, performanceId: 71, performanceAt, proofToShow: ticket.atTheDoor !== undefined }),
  };
}

function seats(count: number, like: TicketPage = CAMILLE): readonly TicketPage[] {
  return Array.from({ length: count }, (_, index) => {
    const seatNo = index + 1;
    const place = { row: 'F', seat: `${seatNo}` };
    return signed({ ...like, seatNo, seatCount: count, place, ticketNumber: 12_458 + index, ticketUid: `CM-7K2M-4Q9T-${seatNo}` });
  });
}

describe('a printed ticket', () => {
  it('bears every mention that the law asks for', async () => {
    const text = await textOf(await printer.print(printed(CAMILLE)));
    for (const mention of [
      'Exploitant Association Théâtre des Mariniers, Valcour-sur-Loire',
      'Licences PLATESV-D-2024-001172, PLATESV-D-2024-001173',
      'Spectacle Le Phare d’hiver, séance du 16 janvier 2027 à 20 h 30',
      'N° d’ordre 012 458, identifiant CM-7K2M-4Q9T-1',
      'Place catégorie 1, parterre, rang F, fauteuil 12.',
      'Prix global payé 24,00 € TTC',
      'Vente en ligne, le 8 janvier 2027 à 14 h 21, theatre-des-mariniers.example',
      '(INTERNET)',
      'Valable pour cette séance et cette catégorie seulement.',
      'Billet émis par Contremarque, système de billetterie informatisée.',
    ]) {
      expect(text).toContain(mention);
    }
  });

  it('names the counter in the language of its reader', async () => {
    const sold = { ...CAMILLE, salesChannel: 'GUICHET' };
    expect(await textOf(await printer.print(printed(sold)))).toContain('(guichet)');
    const english = await textOf(await printer.print({ ...printed(sold), language: 'en' }));
    expect(english).toContain('(box office)');
    expect(english).not.toContain('GUICHET');
  });

  it('says to the spectator what to show, when, where and for how much', async () => {
    const text = await textOf(await printer.print(printed(CAMILLE)));
    for (const words of [
      'E-billet, place 1 sur 5, commande 7K2M-4Q9T',
      'À présenter à l’entrée, imprimé ou sur un téléphone.',
      'samedi 16 janvier 2027 à 20 h 30',
      'Grande salle, portes à 19 h 45',
      'Parterre, porte de',
      'Plein tarif',
      'Camille Roussel',
      'TTC, dont TVA 2,10 %',
      '4 quai des Gabares, Valcour-sur-Loire',
      'Soyez là à 20 h 15',
      'Une question ? 02 61 91 40 20, billetterie@theatre-des-mariniers.example',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Justificatif');
  });

  it('tells the door to ask for the card, and what the difference is', async () => {
    const text = await textOf(await printer.print(printed(LEA)));
    expect(text).toContain('Justificatif à présenter');
    expect(text).toContain('Carte d’étudiant ou certificat de scolarité 2026-2027, avec ce billet.');
    expect(text).toContain('À défaut, 10,00 € vous seront demandés.');
  });

  it('does not say of what kind a proof of health is', async () => {
    const discreet = { ...LEA, tariff: 'Tarif réduit', atTheDoor: { proof: '', difference: cents(1000) } };
    const text = await textOf(await printer.print(printed(discreet)));
    expect(text).toContain('Justificatif à présenter');
    expect(text).not.toContain('avec ce billet');
    expect(text).not.toContain('À défaut');
  });

  it('says that seating is free instead of a row', async () => {
    const text = await textOf(await printer.print(printed(JEANNE)));
    expect(text).toContain('Placement');
    expect(text).toContain('Place catégorie unique, assis ou debout, placement libre.');
    expect(text).toContain('Entrée par le quai');
    expect(text).not.toMatch(/Rang|Fauteuil/);
  });

  it('says that an invitation is exempt, without a VAT that nobody paid', async () => {
    const text = await textOf(await printer.print(printed({ ...CAMILLE, price: cents(0), tariff: 'Invitation' })));
    expect(text).toContain('Exonéré');
    expect(text).toContain('Prix global payé exonéré');
    expect(text).not.toContain('TVA');
  });

  it('speaks English', async () => {
    const text = await textOf(await printer.print({ ...printed(LEA), language: 'en' }));
    for (const words of [
      'E-ticket 3 of 5, order 7K2M-4Q9T',
      'Saturday 16 January 2027 at 8.30 pm',
      'Proof to be shown',
      'Otherwise €10.00 will be asked for.',
      'Organiser Association Théâtre des Mariniers',
      'Total price paid €14.00 incl. VAT',
      'Ticket no. 012 471, identifier CM-7K2M-4Q9T-3',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Rang|Justificatif/);
  });

  it('prints names of all Europe as they are written', async () => {
    const names = ['Małgorzata Wiśniewska', 'Αλέξανδρος Παπαδόπουλος', 'Élodie Œuvrard-Noël', 'Nguyễn Thị Ánh', 'Чехова Анна'];
    const pdf = await printer.print(printed(...names.map((holder) => ({ ...CAMILLE, holder }))));
    for (const [index, name] of names.entries()) expect(await textOf(pdf, index + 1)).toContain(name);
    const fonts = await fontsOf(pdf);
    expect(fonts.map(({ name }) => name)).toContainEqual(expect.stringContaining('DejaVuSans'));
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  it('joins loose accents, and replaces the narrow space that the fonts lack', async () => {
    const text = await textOf(await printer.print(printed({ ...CAMILLE, holder: 'Le\u0301a Roussel', credit: 'Qui vive\u202f?' })));
    expect(text).toContain('Léa Roussel');
    expect(text).toContain('Qui vive ?');
  });
});

describe('the code on the page', () => {
  it('is read from paper, page by page, and verified with the public key', async () => {
    const pdf = await printer.print(printed(signed(CAMILLE), signed(LEA), signed(JEANNE)));
    const read = await Promise.all([1, 2, 3].map(async (page) => signer.verify((await scan(pdf, page)) ?? '')));
    expect(read.map((ticket) => [ticket?.uid, ticket?.proofToShow])).toEqual([
      ['CM-7K2M-4Q9T-1', false],
      ['CM-7K2M-4Q9T-3', true],
      ['CM-VN4D-K9Q3-2', false],
    ]);
  });
});

describe('the file', () => {
  it('embeds its fonts and is made for screen readers', async () => {
    const pdf = await printer.print({ ...printed(CAMILLE, LEA), venue: WITH_BOTH });
    expect((await fontsOf(pdf)).length).toBe(3);
    expect((await fontsOf(pdf)).every(({ isEmbedded }) => isEmbedded)).toBe(true);
    expect(await factsOf(pdf)).toMatchObject({
      Title: 'E-billets, commande 7K2M-4Q9T',
      Tagged: 'yes',
      Pages: '2',
      Encrypted: 'no',
      JavaScript: 'no',
    });
    expect(pdf.toString('latin1')).toContain('/Lang (fr-FR)');
  });

  it('is read aloud in order, line after line, and says the way to the theatre once', async () => {
    const heard = await heardOf(await printer.print({ ...printed(CAMILLE, LEA), venue: WITH_BOTH }));
    const order = ['H1 (block) "Le Phare d’hiver ', 'Catégorie 1, parterre Rang F Fauteuil 12', 'Plein tarif Camille Roussel 24,00 €', 'Figure', 'Billet n° 012 458', 'Exploitant', 'Venir au théâtre']; // prettier-ignore
    const places = order.map((words) => heard.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(heard.split('Venir au théâtre').length - 1).toBe(1);
    expect(heard).toContain('Justificatif à présenter Carte d’étudiant');
  });

  it('names nobody outside its pages', async () => {
    const facts = await factsOf(await printer.print(printed(CAMILLE)));
    expect(Object.values(facts).join(' ')).not.toContain('Roussel');
  });

  it('is the same to the byte when it is printed again, with its pictures, by another process too', async () => {
    const document = { ...printed(...seats(3)), venue: WITH_BOTH };
    const [first, second, other] = await Promise.all([printer.print(document), printer.print(document), createPrinter().print(document)]);
    expect(second.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(true);
  });

  it('weighs at most 40 KB for a ticket with the logo, and far less than 100 KB with the plan', async () => {
    expect((await printer.print({ ...printed(signed(CAMILLE)), venue: WITH_LOGO })).length).toBeLessThanOrEqual(40_960);
    expect((await printer.print({ ...printed(signed(LEA)), venue: WITH_BOTH })).length).toBeLessThanOrEqual(60_000);
  });

  it('weighs at most 150 KB for twenty seats with logo and plan, and holds a page for each, in order', async () => {
    const pdf = await printer.print({ ...printed(...seats(20)), venue: WITH_BOTH });
    expect(pdf.length).toBeLessThanOrEqual(150_000);
    expect((await factsOf(pdf)).Pages).toBe('20');
    expect(await textOf(pdf, 13)).toContain('E-billet, place 13 sur 20');
    expect(await textOf(pdf, 20)).toContain('Avant de venir');
  });

  it('weighs no more than that when each of the twenty is asked for a card at the door', async () => {
    expect((await printer.print({ ...printed(...seats(20, LEA)), venue: WITH_BOTH })).length).toBeLessThanOrEqual(150_000);
  });

  it('is never printed without a ticket', async () => {
    await expect(printer.print(printed())).rejects.toThrow('no ticket');
  });
});
