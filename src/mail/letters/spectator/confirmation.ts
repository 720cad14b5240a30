import type { Language } from '../../../domain/language';
import { waitsForTheSpectator } from '../../../domain/order/can';
import type { OrderView, SeatView } from '../../../domain/order-view';
import type { Block, Draft } from '../letter';
import { bold, link, paragraph, quiet, rich, sentences } from '../letter';
import { proofAsked } from '../wording/proofs';
import { seatsBlock } from '../wording/seat-rows';
import { numbersOf, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';

/** Paid, and something is to be proved: what, how, until when, and what happens otherwise. */
export function confirmation(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const asked = order.seats.filter((seat) => seat.tariff.needsProof);
  const several = asked.length > 1;
  return {
    subject: subjectLine('', order.performance.showTitle, words.need(several)),
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: words.greeting(order.customer.name) },
      paragraph(rich`${words.leave(several)} ${bold(words.until(several, thePlaces(numbersOf(asked), language), deadline(order, language)))}`),
      showBlock(order, language),
      seatsBlock(order.seats, language, { paid: order, more: (seat) => [asksOf(seat, language)] }),
      { kind: 'button', link: { label: words.deposit(several), href: links.customer({ for: 'proofs' }) } },
      paragraph(words.formats),
      quiet(words.photo),
      { kind: 'heading', text: words.otherwiseTitle },
      ...otherwise(order, { language, door: links.customer({ for: 'door' }) }),
      ...fullPrice(order, language),
      quiet(sentences(words.notice(order.venue.policy.doorAllowed, asked), [link(words.rights, links.rights())], '.')),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links, words.noReturn),
  };
}

function deadline(order: OrderView, language: Language): string {
  const { startsAt } = order.performance;
  return calendarFor(order, language).moment(order.deadlineAt ?? startsAt);
}

function asksOf(seat: SeatView, language: Language): string {
  return seat.tariff.needsProof ? proofAsked(seat, language) : WORDS[language].nothingAsked;
}

function otherwise(order: OrderView, { language, door }: { readonly language: Language; readonly door: string }): readonly Block[] {
  const words = WORDS[language];
  const { doorAllowed, deadlineOutcome } = order.venue.policy;
  const way = { text: rich`${bold(words.show)}${words.showHow}`, link: { label: words.choose, href: door } };
  return [...(doorAllowed ? [{ kind: 'ways', rows: [way] } as const] : []), paragraph(words.silence[deadlineOutcome])];
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
  title: 'Votre paiement est bien reçu',
  greeting: (name: string) => `Bonjour ${name},`,
  leave: (several: boolean): string =>
    several
      ? 'Vos billets partiront dès que nous aurons vérifié vos justificatifs.'
      : 'Vos billets partiront dès que nous aurons vérifié votre justificatif.',
  until: (several: boolean, seats: string, when: string): string =>
    several ? `Déposez-les pour ${seats}, jusqu’au ${when}.` : `Déposez-le pour ${seats}, jusqu’au ${when}.`,
  nothingAsked: 'Aucun justificatif demandé',
  deposit: (several: boolean): string => (several ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
  formats: 'Une photo ou un fichier JPEG, PDF, GIF ou PNG, de 5 Mo au plus. Un même document peut servir à plusieurs places.',
  photo: 'À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire. Masquez le numéro du document : nous n’en avons pas besoin.',
  otherwiseTitle: 'Vous préférez le montrer sur place ?',
  show: 'Présenter la carte à l’accueil',
  showHow: ', le soir du spectacle. Le billet porte alors la mention « justificatif à présenter ».',
  choose: 'Choisir l’accueil',
  silence: {
    'check-at-door': 'Sans nouvelles de vous, c’est ce que nous ferons : vos billets partiront et la carte vous sera demandée à l’entrée.',
    'full-price-then-door':
      'Sans nouvelles de vous, nous vous proposerons de régler la différence avec le plein tarif ; à défaut, la carte vous sera demandée à l’entrée.',
    refund: 'Sans nouvelles de vous, les places qui attendent un justificatif vous seront remboursées et retourneront à la vente.',
  },
  held: (seats: string, several: boolean): string =>
    several
      ? `Rien n’est demandé pour ${seats} : leurs billets partent avec les premiers acceptés.`
      : `Rien n’est demandé pour ${seats} : son billet part avec les premiers acceptés.`,
  atOnce: (seats: string, several: boolean): string =>
    several
      ? `Rien n’est demandé pour ${seats} : leurs billets vous parviennent dans un autre message, sans attendre.`
      : `Rien n’est demandé pour ${seats} : son billet vous parvient dans un autre message, sans attendre.`,
  notice: (door: boolean, asked: readonly SeatView[]) =>
    [
      'Votre justificatif sert uniquement à vérifier votre droit au tarif réduit.',
      `Il est consulté par les agents de billetterie habilités puis supprimé automatiquement ${onlyHealth(asked) ? 'dès notre réponse' : '7 jours après l’envoi de vos billets'}.`,
      ...(door ? ['Vous pouvez préférer le présenter à l’accueil.'] : []),
    ].join(' '),
  rights: 'Vos droits sur ces données',
  closing: 'À bientôt',
  noReturn: 'Les billets ne sont ni repris ni échangés.',
};

const en: typeof fr = {
  need: (several) => (several ? ': paid, now send your proofs' : ': paid, now send your proof'),
  title: 'Your payment has arrived',
  greeting: (name) => `Dear ${name},`,
  leave: (several) => `Your tickets will leave as soon as we have checked your ${several ? 'proofs' : 'proof'}.`,
  until: (several, seats, when) => `Send ${several ? 'them' : 'it'} for ${seats} by ${when}.`,
  nothingAsked: 'No proof asked for',
  deposit: (several) => (several ? 'Send my proofs' : 'Send my proof'),
  formats: 'A photo or a JPEG, PDF, GIF or PNG file of at most 5 MB. One document may serve several tickets.',
  photo: 'Lay it flat, all four corners visible, no reflection. The name and the date must be legible. Hide the number of the document: we do not need it.',
  otherwiseTitle: 'Would you rather show it on the spot?',
  show: 'Show the card at the box office',
  showHow: ', on the evening of the show. The ticket then says “proof to be shown”.',
  choose: 'Choose the box office',
  silence: {
    'check-at-door': 'Without news from you, that is what we shall do: your tickets will leave and you will be asked for the card at the entrance.',
    'full-price-then-door':
      'Without news from you, we shall offer you to pay the difference to the full tariff; otherwise you will be asked for the card at the entrance.',
    refund: 'Without news from you, the seats that wait for a proof will be refunded and put back on sale.',
  },
  held: (seats, several) => `Nothing is asked for ${seats}: ${several ? 'they leave' : 'it leaves'} with the first ones accepted.`,
  atOnce: (seats, several) => `Nothing is asked for ${seats}: ${several ? 'they reach' : 'it reaches'} you in another message, without waiting.`,
  notice: (door, asked) =>
    [
      'Your proof is used only to check your right to the reduced tariff.',
      `Authorised box-office staff view it; it is then deleted automatically ${onlyHealth(asked) ? 'as soon as we answer' : '7 days after your tickets are sent'}.`,
      ...(door ? ['You may prefer to show it at the box office.'] : []),
    ].join(' '),
  rights: 'Your rights over these data',
  closing: 'See you soon',
  noReturn: 'Tickets are neither taken back nor exchanged.',
};

const WORDS: Record<Language, typeof fr> = { fr, en };

/** Proofs of health are deleted with the decision (domain.md 6.2). */
function onlyHealth(asked: readonly SeatView[]): boolean {
  return asked.every((seat) => seat.tariff.health);
}
