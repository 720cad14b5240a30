import type { Language } from '../../domain/language';
import { can } from '../../domain/order/can';
import { choicesFor } from '../../domain/order/choices';
import { hasLostHolder } from '../../domain/order/companions';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { LetterFacts } from '../../ports/mail/letters';
import { listed } from '../../domain/listed';
import { numbersOf, seatsNumbered, thePlaces } from '../wording/seats';

/** « ANNULER » that came too late: what had left was a ticket, or only an answer that the spectator may still follow up. */
export function tooLate({ order, earlier, language }: LetterFacts): string | undefined {
  if (!order || !earlier) return undefined;
  const words = WORDS[language];
  const last = earlier.at(-1);
  if (!last) return words.none;
  const answered = seatsNumbered(
    order,
    last.decisions.map(({ seat }) => seat),
  );
  const tickets = last.decisions.some(({ kind }) => kind === 'approve' || kind === 'check-at-door');
  return [words.left, ...stillOpen(order, answered, language), ...(tickets ? [words.ticket] : [])].join(' ');
}

/** One sentence for the seats of which the same can still be done. */
function stillOpen(order: OrderView, seats: readonly SeatView[], language: Language): readonly string[] {
  const groups = new Map<string, SeatView[]>();
  for (const seat of seats) {
    const ways = waysLeft(order, seat, language);
    if (ways !== '') groups.set(ways, [...(groups.get(ways) ?? []), seat]);
  }
  return [...groups].map(([ways, some]) => WORDS[language].open(thePlaces(numbersOf(some), language), ways));
}

function waysLeft(order: OrderView, seat: SeatView, language: Language): string {
  const words = WORDS[language];
  const choices = choicesFor(order, seat);
  // what waits at the door is a ticket that has left
  const pay = choices.pay && seat.proof !== 'check-at-door';
  const send = can('depositProof', seat) && seat.proof !== 'under-review' && !hasLostHolder(order.seats, seat);
  const ways = [send && words.send, pay && words.pay, choices.door && words.door].filter((way) => way !== false);
  return listed(ways, language, 'or');
}

const fr = {
  none: 'Aucune de vos réponses ne peut plus être reprise. Ce message n’a rien changé.',
  left: 'La décision a déjà pris effet et ce qui devait partir est parti. Votre réponse n’a rien changé.',
  ticket:
    'Un billet parti ne se reprend pas au guichet pour l’instant : demandez à la personne qui administre la billetterie de l’annuler.',
  open: (seats: string, ways: string) => `Pour ${seats}, le spectateur peut encore ${ways}.`,
  send: 'envoyer un autre justificatif',
  pay: 'régler la différence avec le plein tarif',
  door: 'présenter un justificatif à l’accueil',
};
const en: typeof fr = {
  none: 'None of your answers can be taken back any more. This message has changed nothing.',
  left: 'The decision has taken effect and what had to leave has left. Your answer has changed nothing.',
  ticket: 'A ticket that has left cannot be taken back at the desk for now: ask whoever administers the box office to cancel it.',
  open: (seats, ways) => `For ${seats}, the spectator can still ${ways}.`,
  send: 'send another proof',
  pay: 'pay the difference to the full tariff',
  door: 'show a proof at the door',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
