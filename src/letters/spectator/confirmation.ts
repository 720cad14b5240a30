import type { Language } from '../../domain/language';
import { waitsForTheSpectator } from '../../domain/order/can';
import type { OrderView, SeatView } from '../../domain/order-view';
import { deletedAtLast } from '../../domain/proof-deletion';
import type { Block, Draft } from '../letter';
import { bold, link, paragraph, quiet, rich } from '../letter';
import { passage } from '../passage';
import { inWhoseName, proofAsked, proofNoun } from '../wording/proofs';
import { seatsBlock } from '../wording/seat-rows';
import { numbersOf, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { silence } from '../wording/silence';
import { subjectLine } from '../wording/subject';
import { noReturn, signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    justificatifs: { means: { fr: '« votre justificatif » ou « vos justificatifs »', en: '“proof” or “proofs”' } },
    'vos billets partiront': {
      means: { fr: '« votre billet partira » ou « vos billets partiront »', en: '“your ticket will leave” or “your tickets will leave”' },
    },
    'les places': { means: { fr: '« la place 3 », « les places 3 et 5 »', en: '“ticket 3”, “tickets 3 and 5”' } },
    échéance: PARTS.deadline,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    'à quel nom': { means: { fr: '« au nom de la personne qui viendra »', en: '“in the name of the person who will come”' } },
    suite: PARTS.next,
  },
  text: {
    fr: `Dès que nous aurons vérifié {justificatifs}, {vos billets partiront}. **À déposer pour {les places}, jusqu’au {échéance}.**

{séance}

{places}

{bouton}

Ce bouton ouvre « {rubrique} ». {formats}, {à quel nom}. Un même document peut servir à plusieurs places.

~ À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire. Masquez le numéro du document : nous n’en avons pas besoin.

{suite}`,
    en: `As soon as we have checked your {justificatifs}, {vos billets partiront}. **To be sent for {les places} by {échéance}.**

{séance}

{places}

{bouton}

This button opens “{rubrique}”. {formats}, {à quel nom}. One document may serve several tickets.

~ Lay it flat, all four corners visible, no reflection. The name and the date must be legible. Hide the number of the document: we do not need it.

{suite}`,
  },
} as const satisfies TextSheet;

/** Paid, and something is to be proved: what, how, until when, and what happens otherwise. */
export const confirmation: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: () => ({}),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const asked = order.seats.filter((seat) => seat.tariff.needsProof);
  const several = asked.length > 1;
  const free = order.total === 0;
  return {
    subject: subjectLine('', order.performance.showTitle, free ? words.needFree(several) : words.need(several)),
    blocks: [
      { kind: 'title', text: free ? words.free : words.title },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(BODY, facts, {
        justificatifs: words.proofs(several),
        'vos billets partiront': words.leave(order.seats.length > 1),
        'les places': thePlaces(numbersOf(asked), language),
        échéance: deadline(order, language),
        séance: [showBlock(order, language)],
        places: [seatsBlock(order.seats, language, { paid: order, more: (seat) => [asksOf(seat, language)] })],
        bouton: [{ kind: 'button', link: { label: words.deposit(several), href: links.customer({ for: 'proofs' }) } }],
        'à quel nom': inWhoseName(asked, language),
        suite: [...otherwise(order, { language, door: links.customer({ for: 'door' }) }), ...fullPrice(order, language)],
      }),
      quiet(
        rich`${words.notice(order.venue.policy.doorAllowed, asked, calendarFor(order, language).date(deletedAtLast(order)))} ${words.rights}${link(words.rightsPage, links.rights())}.`,
      ),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links, noReturn(order, language)),
  };
}

function deadline(order: OrderView, language: Language): string {
  const { startsAt } = order.performance;
  return calendarFor(order, language).weekdayMoment(order.deadlineAt ?? startsAt);
}

function asksOf(seat: SeatView, language: Language): string {
  return seat.tariff.needsProof ? proofAsked(seat, language) : WORDS[language].nothingAsked;
}

function otherwise(order: OrderView, { language, door }: { readonly language: Language; readonly door: string }): readonly Block[] {
  const words = WORDS[language];
  const asked = order.seats.filter((seat) => seat.tariff.needsProof);
  const text = rich`${bold(words.show(proofNoun(asked, language)))}${words.showHow}`;
  const rows = [{ text, link: { label: words.choose, href: door } }];
  const byTheDoor: readonly Block[] = [
    { kind: 'heading', text: words.doorTitle },
    { kind: 'ways', rows },
  ];
  return [...(order.venue.policy.doorAllowed ? byTheDoor : []), paragraph(silence(order, asked, language))];
}

/** Whether the seats at full price wait for the others. */
function fullPrice(order: OrderView, language: Language): readonly Block[] {
  const free = numbersOf(order.seats.filter((seat) => !seat.tariff.needsProof));
  if (free.length === 0 || !order.seats.some(waitsForTheSpectator)) return [];
  const { held, atOnce } = WORDS[language];
  const tell = order.venue.policy.fullPriceAtOnce ? atOnce : held;
  return [paragraph(tell(thePlaces(free, language), free.length > 1))];
}

const fr = {
  need: (several: boolean): string => (several ? ' : payé, déposez vos justificatifs' : ' : payé, déposez votre justificatif'),
  needFree: (several: boolean): string => (several ? ' : confirmé, déposez vos justificatifs' : ' : confirmé, déposez votre justificatif'),
  title: 'Votre paiement est bien reçu',
  free: 'Votre commande est confirmée',
  proofs: (several: boolean): string => (several ? 'vos justificatifs' : 'votre justificatif'),
  leave: (several: boolean): string => (several ? 'vos billets partiront' : 'votre billet partira'),
  nothingAsked: 'Aucun justificatif demandé',
  deposit: (several: boolean): string => (several ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
  doorTitle: 'Vous préférez le montrer sur place ?',
  show: (proof: string) => `Présenter ${proof} à l’accueil`,
  showHow: ', le jour du spectacle. Le billet porte alors la mention « justificatif à présenter ».',
  choose: 'Choisir l’accueil',
  held: (seats: string, several: boolean): string =>
    several
      ? `Rien n’est demandé pour ${seats} : leurs billets partent avec les premiers acceptés, ou à la fin du délai.`
      : `Rien n’est demandé pour ${seats} : son billet part avec les premiers acceptés, ou à la fin du délai.`,
  atOnce: (seats: string, several: boolean): string =>
    several
      ? `Rien n’est demandé pour ${seats} : leurs billets vous parviennent dans un autre message, sans attendre.`
      : `Rien n’est demandé pour ${seats} : son billet vous parvient dans un autre message, sans attendre.`,
  notice: (door: boolean, asked: readonly SeatView[], day: string) =>
    [
      'Votre justificatif sert uniquement à vérifier votre droit au tarif réduit.',
      `Il est consulté par les agents de billetterie habilités puis supprimé automatiquement, ${onlyHealth(asked) ? 'dès notre réponse et ' : ''}au plus tard le ${day}.`,
      ...(door ? ['Vous pouvez préférer le présenter à l’accueil.'] : []),
    ].join(' '),
  rights: 'Droits : ',
  rightsPage: 'vos données et vous',
  closing: 'À bientôt',
};

const en: typeof fr = {
  need: (several) => (several ? ': paid, now send your proofs' : ': paid, now send your proof'),
  needFree: (several) => (several ? ': confirmed, now send your proofs' : ': confirmed, now send your proof'),
  title: 'Your payment has arrived',
  free: 'Your order is confirmed',
  proofs: (several) => (several ? 'proofs' : 'proof'),
  leave: (several) => `your ${several ? 'tickets' : 'ticket'} will leave`,
  nothingAsked: 'No proof asked for',
  deposit: (several) => (several ? 'Send my proofs' : 'Send my proof'),
  doorTitle: 'Would you rather show it at the theatre?',
  show: (proof) => `Show ${proof} at the door`,
  showHow: ', on the day of the show. The ticket then says “proof to be shown”.',
  choose: 'Show it at the door',
  held: (seats, several) =>
    `Nothing is asked for ${seats}: ${several ? 'they leave' : 'it leaves'} with the first ones accepted, or when the time is up.`,
  atOnce: (seats, several) =>
    `Nothing is asked for ${seats}: ${several ? 'they reach' : 'it reaches'} you in another message, without waiting.`,
  notice: (door, asked, day) =>
    [
      'Your proof is used only to check your right to the reduced tariff.',
      `Authorised box-office staff view it; it is then deleted automatically, ${onlyHealth(asked) ? 'as soon as we answer and ' : ''}by ${day} at the latest.`,
      ...(door ? ['You may prefer to show it at the door.'] : []),
    ].join(' '),
  rights: 'Your rights: ',
  rightsPage: 'your data and you',
  closing: 'See you soon',
};

const WORDS: Record<Language, typeof fr> = { fr, en };

/** Proofs of health are deleted with the decision (docs/domain.md 6.2). */
function onlyHealth(asked: readonly SeatView[]): boolean {
  return asked.every((seat) => seat.tariff.health);
}
