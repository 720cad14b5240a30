import type { Language } from '../../domain/language';
import { cents } from '../../domain/money';
import type { VenueView } from '../../domain/order-view';
import type { TicketTemplate } from '../../domain/ticket-template';
import { ticketUid } from '../../domain/ticket';
import type { Clock } from '../../ports/clock';
import type { Printer, TicketPage } from '../../ports/tickets/printer';
import type { TemplatePictures, TicketTemplates } from '../../ports/tickets/ticket-templates';
import type { TicketSigner } from '../../ports/tickets/ticket-signer';
import type { VenuePictures } from '../../ports/tickets/venue-pictures';
import { ticketVenue } from '../letters/ticket-venue';

interface Preview {
  readonly pdf: Buffer;
  /** More than a ticket may weigh (seed 1, step 8: 100 ko). */
  readonly tooHeavy: boolean;
}

export type PreviewTemplate = (
  venue: VenueView,
  asked: { readonly code: string; readonly seating: TicketTemplate['seating']; readonly language: Language; readonly atTheDoor: boolean },
) => Promise<Preview | undefined>;

const MOST_BYTES = 100_000;

interface Needs {
  readonly templates: Pick<TicketTemplates, 'find'>;
  readonly pictures: VenuePictures;
  readonly printer: Printer;
  readonly signer: Pick<TicketSigner, 'sign'>;
  readonly clock: Clock;
}

/** A ticket of nobody, as the template prints it. Its code is signed for no performance: no door lets it in. */
export function createPreviewTemplate({ templates, pictures, printer, signer, clock }: Needs): PreviewTemplate {
  return async (venue, { code, seating, language, atTheDoor }) => {
    const template: (TicketTemplate & TemplatePictures) | undefined = await templates.find(venue.id, { code, seating });
    if (!template) return undefined;
    const printed = { ...ticketVenue(venue, language, template), ...(await pictures.of(venue.id)), ...ownPictures(template) };
    const ticket = sampleOf(venue, { seating, atTheDoor, language, now: clock.now() });
    const qr = signer.sign({ uid: ticket.ticketUid, performanceId: 0, performanceAt: 0, proofToShow: atTheDoor });
    const pdf = await printer.print({ language, venue: printed, tickets: [{ ...ticket, qr }] });
    return { pdf, tooHeavy: pdf.length > MOST_BYTES };
  };
}

/** Its own pictures, where it has some. */
export function ownPictures({ logo, plan }: TemplatePictures): TemplatePictures {
  return { ...(logo && { logo }), ...(plan && { plan }) };
}

interface Sample {
  readonly seating: TicketTemplate['seating'];
  readonly atTheDoor: boolean;
  readonly language: Language;
  readonly now: string;
}

function sampleOf({ timeZone }: VenueView, { seating, atTheDoor, language, now }: Sample): TicketPage {
  const words = WORDS[language];
  return {
    ...{ seatNo: 1, seatCount: 2, orderReference: '0000-0000', ticketNumber: 0, ticketUid: ticketUid('0000-0000', 1), qr: '' },
    ...{ showTitle: words.show, credit: words.credit, performanceAt: now, doorsAt: now, timeZone, room: words.room },
    category: words.category,
    place: seating === 'numbered' ? { row: 'F', seat: '13' } : undefined,
    ...{ entrance: words.entrance[seating], tariff: words.tariff, holder: 'Camille Roussel', price: cents(1400), vatRate: 210 },
    atTheDoor: atTheDoor ? { proof: words.proof, difference: cents(1000) } : undefined,
    ...{ soldAt: now, salesChannel: 'INTERNET' },
  };
}

const WORDS = {
  fr: {
    show: 'Spécimen, billet sans valeur',
    credit: 'Aperçu de la maquette, avec des données inventées',
    room: 'Grande salle',
    category: '1, parterre',
    entrance: { numbered: 'Parterre, porte de gauche', free: 'par le foyer' },
    tariff: 'Étudiant',
    proof: 'Carte d’étudiant ou certificat de scolarité',
  },
  en: {
    show: 'Specimen, not a ticket',
    credit: 'Preview of the template, with invented data',
    room: 'Main room',
    category: '1, stalls',
    entrance: { numbered: 'Stalls, left door', free: 'through the foyer' },
    tariff: 'Student',
    proof: 'Student card or certificate of enrolment',
  },
};
