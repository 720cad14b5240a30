import type { Language } from '../../../domain/language';
import { waitsForTheSpectator } from '../../../domain/order/can';
import type { Block, Draft } from '../letter';
import { bold, paragraph, quiet, rich } from '../letter';
import { capital, inLetters } from '../wording/numbers';
import { proofAsked } from '../wording/proofs';
import { seatsBlock } from '../wording/seat-rows';
import { numbersOf, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { silence } from '../wording/silence';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';

/** What still waits for the spectator, until when, and what happens otherwise. */
export function reminder(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const waiting = order.seats.filter(waitsForTheSpectator);
  const uploads = waiting.filter((seat) => seat.proof !== 'refused-final');
  const count = Math.max(waiting.length, 1);
  const calendar = calendarFor(order, language);
  const deadline = order.deadlineAt ?? order.performance.startsAt;
  const ways = waysOn(order, waiting, { language, links });
  const missing = words.missing(capital(inLetters(count, language)), count, thePlaces(numbersOf(waiting), language));
  return {
    subject: subjectLine('', order.performance.showTitle, words.need(count, calendar.day(deadline))),
    blocks: [
      { kind: 'title', text: words.title(count, inLetters(count, language)) },
      { kind: 'greeting', text: words.greeting(order.customer.name) },
      paragraph(rich`${missing} ${words.until}${bold(calendar.moment(deadline))}.`),
      showBlock(order, language),
      seatsBlock(waiting, language, { more: (seat) => [proofAsked(seat, language)] }),
      ...(uploads.length > 0
        ? upload(words.deposit(uploads.length), { href: links.customer({ for: 'proofs' }), formats: words.formats })
        : []),
      ...(ways ? [{ kind: 'heading', text: words.otherwise } as const, ways] : []),
      paragraph(silence(order, waiting, language)),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

function upload(label: string, { href, formats }: { readonly href: string; readonly formats: string }): readonly Block[] {
  return [{ kind: 'button', link: { label, href } }, quiet(formats)];
}

const fr = {
  need: (count: number, day: string) => ` : ${count > 1 ? 'vos justificatifs' : 'votre justificatif'} avant le ${day}`,
  title: (count: number, number: string): string =>
    count > 1 ? `Il nous manque ${number} justificatifs` : 'Il nous manque un justificatif',
  greeting: (name: string) => `Bonjour ${name},`,
  missing: (number: string, count: number, seats: string): string =>
    count > 1 ? `${number} justificatifs nous manquent encore, pour ${seats}.` : `Un justificatif nous manque encore, pour ${seats}.`,
  until: 'Vous avez jusqu’au ',
  deposit: (count: number): string => (count > 1 ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
  formats:
    'Une photo ou un fichier JPEG, PDF, GIF ou PNG, de 5 Mo au plus, au nom de la personne qui viendra. À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire.',
  otherwise: 'Vous n’en avez pas ?',
  closing: 'À bientôt',
};
const en: typeof fr = {
  need: (count, day) => `: your ${count > 1 ? 'proofs' : 'proof'} before ${day}`,
  title: (count, number) => (count > 1 ? `We still need ${number} proofs` : 'We still need one proof'),
  greeting: (name) => `Dear ${name},`,
  missing: (number, count, seats) => `${number} ${count > 1 ? 'proofs are' : 'proof is'} still missing, for ${seats}.`,
  until: 'You have until ',
  deposit: (count) => (count > 1 ? 'Send my proofs' : 'Send my proof'),
  formats:
    'A photo or a JPEG, PDF, GIF or PNG file of at most 5 MB, in the name of the person who will come. Lay it flat, all four corners visible, no reflection. The name and the date must be legible.',
  otherwise: 'You have none?',
  closing: 'See you soon',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
