import type { SeatDecision } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import { waitsForTheSpectator } from '../../domain/order/can';
import { voidTicketOf } from '../../domain/order/given-up';
import type { OrderView, SeatView } from '../../domain/order-view';
import { allDeletedBy, goesWithTheAnswer } from '../../domain/proof-deletion';
import { uncapital } from '../../domain/first-letter';
import type { Block, Draft } from '../letter';
import { bold, paragraph, rich, sentences } from '../letter';
import { passage } from '../passage';
import { inLetters } from '../../wording/numbers';
import { awaitsADocument, companionSentences, goingWith, isBeingChecked, toSettleInstead } from '../wording/companions';
import { proofAskedOf } from '../wording/proofs';
import { reasonLines } from '../wording/reasons';
import { numbersOf, seatPhrase, thePlaces } from '../wording/seats';
import { calendarFor } from '../wording/show';
import { silence } from '../wording/silence';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import { inventedOrder, withProof } from '../preview/invented-order';
import { REFUSED } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import { QUESTION } from '../wording/question';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    motifs: { means: { fr: 'les places refusées et pourquoi', en: 'the seats refused and why' }, block: true, required: true },
    délai: { means: { fr: 'ce qui reste gardé, et jusqu’à quand', en: 'what is still kept, and until when' }, required: true },
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
    'autres places': { means: { fr: 'que les autres places ne changent pas', en: 'that the other seats do not change' } },
  },
  text: {
    fr: `{motifs}\n\n{délai}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n{autres places} ${QUESTION.fr}`,
    en: `{motifs}\n\n{délai}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n{autres places} ${QUESTION.en}`,
  },
} as const satisfies TextSheet;

interface Refused {
  readonly seat: SeatView;
  readonly reason: Extract<SeatDecision, { kind: 'refuse' }>['reason'];
  readonly note?: string | undefined;
}

/** A document is refused, never a person; why, then what can be done now. */
export const refusal: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'refused', [3]), decision: REFUSED }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const refused = refusedIn(facts);
  const seats = refused.map(({ seat }) => seat);
  const companions = goingWith(order, seats);
  const concerned = [...seats, ...companions];
  const again = seats.filter((seat) => mayComeAgain(order, seat));
  const ways = waysOn(order, concerned, { language, links });
  const why = [...companionSentences(order, concerned, language), ...toSettleInstead(companions, language)];
  const upload = links.customer({ for: 'proofs', seat: again.length === 1 ? again[0]?.no : undefined });
  return {
    subject: subjectLine(
      '',
      order.performance.showTitle,
      words.need(again.length, thePlaces(numbersOf(again.length > 0 ? again : concerned), language)),
    ),
    blocks: [
      { kind: 'title', text: words.title(again.length) },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(BODY, facts, {
        motifs: [
          ...refused.flatMap((one, index) => told(order, one, { first: index === 0, language })),
          ...accepted(order, refused, language),
        ],
        délai: sentences(
          ...voided(order, seats, language),
          [bold(words.kept(concerned.length))],
          concerned.some(waitsForTheSpectator) ? until(facts) : undefined,
        ),
        bouton: again.length > 0 ? [{ kind: 'button', link: { label: words.send(again.length), href: upload } }] : [],
        solutions: [
          ...(why.length > 0 ? [paragraph(why.join(' '))] : []),
          ...(ways ? [{ kind: 'heading', text: again.length > 0 && why.length === 0 ? words.none : words.what } as const, ways] : []),
        ],
        suite: whatFollows(order, { seats, concerned }, language),
        'autres places': order.seats.length > concerned.length ? words.others : undefined,
      }),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links, ...deletion(facts, seats)),
  };
}

function mayComeAgain(order: OrderView, seat: SeatView): boolean {
  return seat.proof === 'refused' && awaitsADocument(order, seat);
}

function refusedIn({ order, decision }: OrderFacts): readonly Refused[] {
  return (decision?.decisions ?? []).flatMap((one) => {
    const seat = order.seats.find(({ no }) => no === one.seat);
    return one.kind === 'refuse' && seat ? [{ seat, reason: one.reason, note: one.note }] : [];
  });
}

function told(
  order: OrderView,
  { seat, reason, note }: Refused,
  { first, language }: { first: boolean; language: Language },
): readonly Block[] {
  const words = WORDS[language];
  // of a paper that was shown to somebody no file ever came
  const sent = order.proofs.some((proof) => proof.seats.includes(seat.no));
  const phrase = rich`${first ? (sent ? words.cannot : words.cannotUnsent) : words.norThat}${bold(seatPhrase(seat, language))}${words.colon}`;
  return [paragraph(phrase), { kind: 'quote', tone: 'refusal', lines: reasonLines(order, seat, { reason, note, language }) }];
}

/** Where another document may come, and the reason has not just said which. */
function accepted(order: OrderView, refused: readonly Refused[], language: Language): readonly Block[] {
  const helped = refused.filter(
    ({ seat, reason }) => mayComeAgain(order, seat) && reason !== 'wrong-type' && seat.tariff.acceptedProofs.length > 0,
  );
  return helped.map(({ seat }) => paragraph(WORDS[language].accepted(uncapital(proofAskedOf(seat, language)))));
}

/** Tickets that were cancelled: had they left, or were they ready to. */
function voided(order: OrderView, seats: readonly SeatView[], language: Language): readonly string[] {
  const words = WORDS[language];
  return (['left', 'prepared'] as const).flatMap((how) => {
    const numbers = numbersOf(seats.filter((seat) => voidTicketOf(order, seat) === how));
    return numbers.length > 0 ? [words.voided[how](thePlaces(numbers, language), numbers.length)] : [];
  });
}

function whatFollows(
  order: OrderView,
  { seats, concerned }: { readonly seats: readonly SeatView[]; readonly concerned: readonly SeatView[] },
  language: Language,
): readonly Block[] {
  const words = WORDS[language];
  const open = concerned.filter(waitsForTheSpectator);
  const waiting = open.length > 0 ? silence(order, open, language) : undefined;
  const review = seats.some((seat) => isBeingChecked(order, seat)) ? words.underReview : undefined;
  const door = seats.some((seat) => seat.proof === 'check-at-door') ? words.atDoor : undefined;
  const said = [waiting, review, door].filter((text) => text !== undefined);
  return said.length > 0 ? [paragraph(sentences(...said))] : [];
}

/** Another document, the difference or the door: as the page says it. What is taken back later than that has no such time left. */
function until({ order, language, decision }: OrderFacts) {
  if (order.deadlineAt === undefined || (decision && decision.at >= order.deadlineAt)) return undefined;
  return rich`${WORDS[language].until}${bold(calendarFor(order, language).weekdayMoment(order.deadlineAt))}.`;
}

/** A refused file goes when it is replaced, or after a fortnight; one of health with the answer itself (docs/domain.md 6.2). */
function deletion({ order, language, decision }: OrderFacts, seats: readonly SeatView[]): readonly string[] {
  const words = WORDS[language];
  const again = seats.some((seat) => mayComeAgain(order, seat));
  const files = order.proofs.filter((proof) => !proof.replaced && seats.some(({ no }) => proof.seats.includes(no)));
  const gone = files.filter((file) => decision && goesWithTheAnswer(file, decision));
  const last = allDeletedBy(
    order,
    files.filter((file) => !gone.includes(file)),
  );
  return [
    ...(gone.length > 0 ? [words.deletedNow] : []),
    ...(last === undefined ? [] : [(again ? words.deletion : words.deletionAlone)(calendarFor(order, language).date(last))]),
  ];
}

const fr = {
  need: (again: number, seats: string): string =>
    again > 0 ? ` : il nous faut un autre justificatif pour ${seats}` : ` : un choix à faire pour ${seats}`,
  title: (again: number) => {
    if (again === 0) return 'Nous ne pouvons pas accepter ce justificatif';
    return again === 1 ? 'Il nous faut un autre justificatif' : `Il nous faut ${inLetters(again, 'fr')} autres justificatifs`;
  },
  cannot: 'Merci pour votre envoi. Nous ne pouvons pas accepter celui de la ',
  cannotUnsent: 'Nous ne pouvons pas accepter le justificatif de la ',
  norThat: 'Ni celui de la ',
  colon: ' :',
  accepted: (proofs: string) => `Nous acceptons : ${proofs}.`,
  voided: {
    left: (seats: string, count: number): string =>
      count > 1
        ? `Les billets déjà envoyés pour ${seats} ne sont plus valables.`
        : `Le billet déjà envoyé pour ${seats} n’est plus valable.`,
    prepared: (seats: string, count: number): string =>
      count > 1 ? `Les billets préparés pour ${seats} ne sont plus valables.` : `Le billet préparé pour ${seats} n’est plus valable.`,
  },
  kept: (count: number): string => (count > 1 ? 'Ces places restent gardées.' : 'Sa place reste gardée.'),
  until: 'Vous avez jusqu’au ',
  send: (count: number): string => (count > 1 ? 'Envoyer d’autres justificatifs' : 'Envoyer un autre justificatif'),
  none: 'Vous n’en avez pas ?',
  what: 'Ce que vous pouvez faire',
  underReview: 'Votre nouvel envoi est en cours de vérification.',
  atDoor: 'Le billet vous parvient dans un autre message : le justificatif vous sera demandé à l’entrée.',
  others: 'Les autres places de votre commande ne changent pas.',
  closing: 'À bientôt',
  deletedNow: 'Le document refusé est supprimé dès cette réponse : nous n’en gardons rien.',
  deletionAlone: (day: string) => `Le document refusé sera supprimé au plus tard le ${day}.`,
  deletion: (day: string) => `Le document refusé sera supprimé dès que vous l’aurez remplacé, au plus tard le ${day}.`,
};

const en: typeof fr = {
  need: (again, seats) => (again > 0 ? `: we need another proof for ${seats}` : `: a choice to make for ${seats}`),
  title: (again) => {
    if (again === 0) return 'We cannot accept this proof';
    return again === 1 ? 'We need another proof' : `We need ${inLetters(again, 'en')} other proofs`;
  },
  cannot: 'Thank you for your upload. We cannot accept the proof for ',
  cannotUnsent: 'We cannot accept the proof for ',
  norThat: 'Nor the one for ',
  colon: ':',
  accepted: (proofs) => `We accept: ${proofs}.`,
  voided: {
    left: (seats) => `What was already sent for ${seats} is no longer valid.`,
    prepared: (seats) => `What was ready for ${seats} is no longer valid.`,
  },
  kept: (count) => (count > 1 ? 'These seats are still kept.' : 'The seat is still kept.'),
  until: 'You have until ',
  send: (count) => (count > 1 ? 'Send other proofs' : 'Send another proof'),
  none: 'You have none?',
  what: 'What you can do',
  underReview: 'Your new upload is being checked.',
  atDoor: 'The ticket reaches you in another message: the proof will be asked at the entrance.',
  others: 'The other tickets of your order do not change.',
  closing: 'See you soon',
  deletedNow: 'The refused document is deleted with this answer: we keep nothing of it.',
  deletionAlone: (day) => `The refused document will be deleted by ${day} at the latest.`,
  deletion: (day) => `The refused document will be deleted as soon as you have replaced it, by ${day} at the latest.`,
};

const WORDS: Record<Language, typeof fr> = { fr, en };
