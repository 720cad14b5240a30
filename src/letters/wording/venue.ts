import type { Language } from '../../domain/language';
import type { OrderView, VenueView } from '../../domain/order-view';
import type { Block, Text } from '../letter';
import { link, paragraph, sentences } from '../letter';
import type { LetterLinks } from '../links';
import type { OrderFacts } from '../writing';
import { showAndTime } from './show';
import { ofVenue } from './venue-name';

/** Two lines: where the venue is, when it can be called. */
export function venueLines(venue: VenueView, language: Language): readonly string[] {
  return [
    [venue.name, venue.address, venue.city],
    [venue.phone, venue.openingHours[language]],
  ].map((parts) => parts.filter(Boolean).join(', '));
}

/** « appelez le 02 61 91 40 20 ou répondez à ce message » */
export function callOrAnswer({ phone }: Pick<VenueView, 'phone'>, language: Language): string {
  return WORDS[language].callOrAnswer(phone);
}

/** A seat that was refused for good is given back on request, as long as its ticket has not left. */
export function noReturn({ seats }: Pick<OrderView, 'seats'>, language: Language): string {
  return WORDS[language].noReturn(seats.some(({ tariff }) => tariff.needsProof));
}

/** « À bientôt, la billetterie du Théâtre des Mariniers » */
export function signOff(closing: string, venue: VenueView, language: Language): Block {
  const of = language === 'fr' ? ofVenue(venue.name) : `of ${venue.name}`;
  const office = language === 'fr' ? 'la billetterie' : 'the box office';
  return paragraph(`${closing},`, of ? `${office} ${of}` : `${office}, ${venue.name}`);
}

/** Under the dotted line of a letter to the spectator: venue, order, what becomes of their files, their rights. */
export function spectatorFoot(
  { order, language }: OrderFacts,
  links: LetterLinks,
  ...more: readonly (string | undefined)[]
): readonly Text[] {
  const words = WORDS[language];
  const told = sentences(`${words.order} ${order.reference}, ${showAndTime(order, language)}.`, ...more);
  return [...venueLines(order.venue, language), told, [link(words.rights, links.rights())], [link(words.terms, links.terms())]];
}

/** Under the dotted line of a letter to the venue. */
export function staffFoot({ order, language }: OrderFacts, ...more: readonly string[]): readonly Text[] {
  return [...venueLines(order.venue, language), ...more];
}

const fr = {
  order: 'Commande',
  rights: 'Vos droits',
  terms: 'Conditions de vente',
  callOrAnswer: (phone: string) => `appelez le ${phone} ou répondez à ce message`,
  noReturn: (asksProofs: boolean): string =>
    asksProofs ? 'Les billets envoyés ne sont ni repris ni échangés.' : 'Les billets ne sont ni repris ni échangés.',
};
const en: typeof fr = {
  order: 'Order',
  rights: 'Your rights',
  terms: 'Terms of sale',
  callOrAnswer: (phone) => `call ${phone} or answer this message`,
  noReturn: (asksProofs) =>
    asksProofs ? 'Tickets that have been sent are not refunded or exchanged.' : 'Tickets cannot be refunded or exchanged.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
