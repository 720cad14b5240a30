import { createHash } from 'node:crypto';
import type { Language } from '../../src/domain/language';
import type { LetterKind, LetterName } from '../../src/domain/letter';
import { letterKey } from '../../src/domain/letter';
import type { OrderView } from '../../src/domain/order-view';
import type { LetterFacts } from '../../src/ports/mail/letters';
import type { Attachment } from '../../src/ports/mail/mailer';
import type { Secrets } from '../../src/ports/secrets';
import { CAMILLE, KARIM, MARINIERS, ORDER, SOPHIE, withSeats } from '../people';

/** One letter of each kind, as the story of order 7K2M-4Q9T might write it. */
export interface Drawn {
  readonly facts: LetterFacts;
  readonly attachments: readonly Attachment[];
}

export const SECRETS: Omit<Secrets, 'seal' | 'open' | 'knownDevice'> = {
  reviewerToken: ({ order, review, reviewer, version }) => secret(`reply ${order} ${review} ${reviewer} ${version}`),
  customerLink: ({ order, version }) => secret(`link ${order} ${version}`),
  signInLink: (request) => secret(`sign-in ${request}`),
  staffInvitation: (request) => secret(`staff-invitation ${request}`),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};

export const SETTINGS = {
  publicUrl: 'https://billetterie.theatre-des-mariniers.example',
  secrets: SECRETS,
  house: { name: MARINIERS.name, senderName: '', email: MARINIERS.email, inboxAddress: MARINIERS.inboxAddress },
  paths: {
    customer: (key: string, goal: { readonly for: string; readonly seat?: number | undefined }) =>
      `/ma-commande/${key}${goal.seat === undefined ? '' : `?place=${goal.seat}`}#${goal.for}`,
    signIn: (key: string) => `/entrer/${key}`,
    order: (reference: string) => `/commande/${reference}`,
    invitation: (key: string) => `/guichet/bienvenue/${key}`,
    account: () => '/guichet/compte',
    desk: (reference: string) => `/guichet/controle/${reference}`,
    deskOrder: (reference: string) => `/guichet/commandes/${reference}`,
    deskMails: () => '/guichet/courriers',
    rights: () => '/donnees-personnelles',
    terms: (venue: number) => `/lieux/${venue}/conditions-de-vente`,
  },
};

export const TICKETS: Attachment = { name: 'billets-7K2M-4Q9T.pdf', mime: 'application/pdf', content: Buffer.from('%PDF-1.7 e-tickets') };

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

export function picture(seat: number): Attachment {
  const inline = { id: `place-${seat}@contremarque`, alt: `Justificatif reçu pour la place ${seat}` };
  return { name: `place-${seat}.png`, mime: 'image/png', content: PICTURE, inline, seat };
}

const WAITING = withSeats(ORDER, {
  2: { proof: 'awaiting-proof', delivery: 'held' },
  3: { proof: 'awaiting-proof' },
  4: { proof: 'awaiting-proof' },
});
const PAID: OrderView = {
  ...WAITING,
  seats: WAITING.seats.map((seat) => ({ ...seat, delivery: 'held', deliveredAt: undefined })),
  proofs: [],
  tickets: [],
  openReview: undefined,
};
const REFUSED: OrderView = {
  ...withSeats(ORDER, { 3: { proof: 'refused', reason: 'expired-document' } }),
  proofs: ORDER.proofs.map((proof) => ({ ...proof, purgeAfter: '2027-01-26T12:00:00.000Z' })),
};
const RELEASED: OrderView = {
  ...withSeats(ORDER, { 3: { proof: 'approved' }, 4: { proof: 'approved' }, 5: { proof: 'approved' } }),
  proofs: ORDER.proofs.map((proof) => ({ ...proof, purgeAfter: '2027-01-19T12:00:00.000Z' })),
  tickets: [
    ...ORDER.tickets,
    ...[3, 4, 5].map((seat) => ({
      seat,
      number: 12468 + seat,
      uid: `CM-7K2M-4Q9T-${seat}`,
      release: 2,
      admission: 'valid' as const,
      proofToShow: false,
    })),
  ],
};
const EXPIRED: OrderView = {
  ...withSeats(ORDER, { 3: { proof: 'expired' }, 5: { proof: 'expired' } }),
  venue: { ...MARINIERS, policy: { ...MARINIERS.policy, deadlineOutcome: 'full-price-then-door' } },
};
const CANCELLED: OrderView = { ...ORDER, payment: 'refund-due', seats: ORDER.seats.map((seat) => ({ ...seat, delivery: 'void' })) };

const BY_KARIM = {
  by: { role: 'reviewer', id: KARIM.id },
  byName: KARIM.name,
  door: 'mail',
  at: '2027-01-11T16:24:00.000Z',
  settlesAt: '2027-01-11T16:34:00.000Z',
} as const;
const DECISION = {
  ...BY_KARIM,
  decisions: [
    { seat: 4, kind: 'approve' },
    { seat: 3, kind: 'refuse', reason: 'expired-document' },
  ],
} as const;

type Told = Omit<Partial<LetterFacts>, 'name'> & { readonly about?: LetterName['about']; readonly attachments?: readonly Attachment[] };

export const LETTERS: Readonly<Record<LetterKind, (language: Language, told?: Told) => Drawn>> = {
  confirmation: drawn('confirmation', { order: PAID }),
  tickets: drawn('tickets', { order: RELEASED, about: { release: 2 }, attachments: [TICKETS] }),
  'tickets-again': drawn('tickets-again', { order: ORDER, about: { command: 'again-1' }, attachments: [TICKETS] }),
  'ticket-void': drawn('ticket-void', { order: WAITING, about: { command: 'back-1', seats: [3] } }),
  refusal: drawn('refusal', { order: REFUSED, about: { command: 'decide-1' }, decision: DECISION }),
  'more-info': drawn('more-info', {
    order: withSeats(ORDER, { 3: { proof: 'more-info' } }),
    about: { command: 'decide-2' },
    decision: { ...BY_KARIM, decisions: [{ seat: 3, kind: 'more-info', note: 'Il nous faudrait aussi le verso de la carte.' }] },
  }),
  reminder: drawn('reminder', { order: REFUSED, about: { count: 1 } }),
  deadline: drawn('deadline', { order: EXPIRED, about: { seats: [3, 5] } }),
  cancelled: drawn('cancelled', { order: CANCELLED }),
  refunded: drawn('refunded', { order: CANCELLED, about: { count: 9 } }),
  'payment-refund': drawn('payment-refund', { about: { payment: 12 }, payment: { reference: 'PX-218017974', amount: ORDER.total } }),
  'order-refund': drawn('order-refund', { order: CANCELLED }),
  'sign-in-link': drawn('sign-in-link', { request: 'request-1' }),
  'new-link': drawn('new-link', {}),
  'staff-invitation': drawn('staff-invitation', { request: 'request-2' }),
  'mailbox-refused': drawn('mailbox-refused', { recipient: { address: MARINIERS.escalationAddress } }),
  'sign-in-tries': drawn('sign-in-tries', {}),
  'review-request': drawn(
    'review-request',
    toReviewer({ about: { review: 2, reviewer: 1, seats: [3, 4] }, attachments: [picture(3), picture(4)] }),
  ),
  echo: drawn('echo', toReviewer({ about: { command: 'decide-1', review: 2 }, decision: DECISION })),
  undone: drawn('undone', toReviewer({ about: { command: 'undo-1' }, decision: DECISION })),
  answer: drawn('answer', toReviewer({ about: { mail: 7, review: 2 }, mail: ANSWERED_MAIL() })),
  nudge: drawn('nudge', toReviewer({ about: { review: 2, reviewer: 1 } })),
  escalation: drawn('escalation', { about: { review: 2 }, recipient: { address: MARINIERS.escalationAddress } }),
  'lost-request': drawn('lost-request', {
    ...toReviewer({ about: { review: 2, reviewer: 1 } }),
    recipient: { address: MARINIERS.escalationAddress },
  }),
  'refund-to-do': drawn('refund-to-do', {
    order: withSeats(ORDER, { 5: { proof: 'refunded', delivery: 'void' } }),
    about: { seats: [5] },
    recipient: { address: MARINIERS.escalationAddress },
  }),
  'venue-copy': drawn('venue-copy', {
    order: RELEASED,
    about: { copyOf: 'tickets', release: 2 },
    recipient: { address: MARINIERS.copyAddress },
    attachments: [TICKETS],
  }),
};

function drawn(kind: LetterKind, usual: Told): (language: Language, told?: Told) => Drawn {
  return (language, told = {}) => {
    const { about = {}, attachments = [], ...facts } = { order: ORDER, ...usual, ...told };
    const name = { kind, order: facts.order?.reference, about };
    const recipient = facts.recipient ?? { name: CAMILLE.name, address: CAMILLE.email ?? '' };
    return { facts: { key: letterKey(name), name, language, ...facts, recipient }, attachments };
  };
}

function toReviewer(told: Told): Told {
  return { recipient: { name: SOPHIE.name, address: SOPHIE.address }, reviewer: { ...SOPHIE, version: 1 }, ...told };
}

function ANSWERED_MAIL() {
  return {
    subject: 'Re: Justificatifs à vérifier : Camille Roussel, commande 7K2M-4Q9T',
    messageId: 'reply-1@theatre-des-mariniers.example',
    verdict: 'unclear',
    notUnderstood: 'oui mais il manque le nom',
  };
}

/** 32 letters of base32, like the real ones. */
function secret(of: string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return [...createHash('sha256').update(of).digest()].map((byte) => letters.charAt(byte % 32)).join('');
}
