import * as fc from 'fast-check';
import type { Response } from 'supertest';
import request from 'supertest';
import { cents } from '../../src/domain/money';
import type { OrderView, PaymentView } from '../../src/domain/order-view';
import { ORDER, withSeats } from '../people';
import type { Theatre } from './harness';
import { API_KEY, HELENE_AT_THE_TILL, openTheatre, SOPHIE_AT_THE_DESK } from './harness';
import { enters, signsIn, type Visitor } from './visitor';

/**
 * Every command, by every door, with a thing of a stranger's order: a seat, a proof, a payment, a review, a ticket, a mail. It
 * is refused, and neither order changes.
 */
const paid = (id: number, told: Partial<PaymentView>): PaymentView => ({ ...ORDER.payments[0]!, id, reference: `X.${id}`, ...told });

/** Camille's: one payment came twice. */
const OURS: OrderView = {
  ...withSeats(ORDER, { 5: { proof: 'refused', reason: 'unreadable' } }),
  payments: [paid(1, {}), paid(2, { tooMany: true, status: 'refund-due' })],
};

/** A stranger's, cancelled: seven seats, a later review, money owed. */
const THEIRS: OrderView = {
  ...ORDER,
  reference: '9Z8Y-7X6W',
  seats: [...ORDER.seats, { ...ORDER.seats[2]!, no: 6 }, { ...ORDER.seats[3]!, no: 7 }],
  proofs: ORDER.proofs.map((proof) => ({ ...proof, id: `${proof.id}-2` })),
  tickets: ORDER.tickets.map((ticket) => ({ ...ticket, uid: ticket.uid.replace('7K2M-4Q9T', '9Z8Y-7X6W') })),
  payments: [paid(3, { status: 'refund-due' }), paid(4, { tooMany: true, status: 'refund-due', amount: cents(2400) })],
  openReview: 6,
};

const MAIL = {
  ...{ id: 12, receivedAt: '2027-01-11T16:40:00.000Z', verdict: 'unclear', why: 'unclear', order: THEIRS.reference, needsAPerson: true },
  ...{ sender: 'sophie@theatre-des-mariniers.example', subject: 'Re: justificatifs', raw: Buffer.from('Subject: x') },
};

const THINGS = {
  seat: [6, 7],
  proof: ['proof-paul-2', 'proof-lea-2', 'proof-nadia-2'],
  payment: [3, 4],
  review: [6],
  mail: [12],
} as const;

interface Doors {
  readonly theatre: Theatre;
  readonly camille: Visitor;
  readonly sophie: Visitor;
  readonly helene: Visitor;
}

type Thing = string | number;

interface Command {
  readonly names: keyof typeof THINGS;
  readonly ask: (doors: Doors, thing: Thing) => Promise<Response>;
}

const api = ({ theatre }: Pick<Doors, 'theatre'>, path: string, body: object) =>
  request(theatre.url).post(`/api${path}`).set('Authorization', `Bearer ${API_KEY}`).send(body);
const ofOurs = (path: string) => `/orders/${OURS.reference}${path}`;
const mine = (path: string) => `/commande/${OURS.reference}${path}`;
const desk = (path: string) => `/guichet/controle/${OURS.reference}${path}`;
const UUID = '0b3c1f1e-6f0a-4a51-9a53-1d0e2f3a4b5c';

async function posts(who: Visitor, page: string, action: string, fields: object): Promise<Response> {
  const guard = await guardOf(who, page);
  return who.post(action).type('form').send({ ...guard, ...fields }); // prettier-ignore
}

/** Without it the guard of the forms would refuse first. */
async function guardOf(who: Visitor, page: string): Promise<Readonly<Record<string, string>>> {
  const { status, text } = await who.get(page);
  const [, token] = /name="_csrf" value="([^"]*)"/.exec(text) ?? [];
  if (token === undefined) throw new Error(`No form on ${page}: ${status}.`);
  return { _csrf: token };
}

const approve = (seats: readonly number[] | 'all') => ({ answers: [{ seats, kind: 'approve' }] });

const COMMANDS: Readonly<Record<string, Command>> = {
  'decide by API': { names: 'seat', ask: (doors, seat) => api(doors, ofOurs('/decisions'), approve([3, Number(seat)])) },
  'decide by API for a review': {
    names: 'review',
    ask: (doors, review) => api(doors, ofOurs('/decisions'), { ...approve('all'), review }),
  },
  'revoke by API': {
    names: 'seat',
    ask: (doors, seat) => api(doors, ofOurs(`/seats/${seat}/revocation`), { reason: 'suspected-forgery' }),
  },
  'take a difference by API': {
    names: 'seat',
    ask: (doors, seat) => api(doors, ofOurs(`/seats/${seat}/difference`), { operator: 'GUICHET', method: 'ESPECES' }),
  },
  'give a difference back by API': { names: 'seat', ask: (doors, seat) => api(doors, ofOurs(`/seats/${seat}/difference/return`), {}) },
  'refund by API': { names: 'payment', ask: (doors, payment) => api(doors, ofOurs('/refund'), { payment }) },
  'apply a mail by API': {
    names: 'mail',
    ask: (doors, mail) => api(doors, `/mails/${mail}/apply`, { order: OURS.reference, ...approve([3]), attested: true }),
  },
  'decide at the desk': {
    names: 'seat',
    ask: ({ sophie }, seat) => posts(sophie, desk('?place=3'), desk(''), { command: UUID, seat, kind: 'approve', attested: 'yes' }),
  },
  'decide at the desk for a review': {
    names: 'review',
    ask: ({ sophie }, review) =>
      posts(sophie, desk('?place=3'), desk(''), { command: UUID, seat: 3, review, kind: 'approve', attested: 'yes' }),
  },
  'apply a mail at the desk': {
    names: 'mail',
    ask: ({ sophie }, mail) => posts(sophie, `/guichet/courriers/${mail}`, `/guichet/courriers/${mail}/appliquer`, { order: OURS.reference, seats: '3', kind: 'approve', attested: 'yes' }), // prettier-ignore
  },
  'refund at the desk': {
    names: 'payment',
    ask: ({ helene }, payment) =>
      posts(helene, `/guichet/commandes/${OURS.reference}`, `/guichet/commandes/${OURS.reference}/remboursement`, {
        command: UUID,
        payment,
      }),
  },
  'see a proof': { names: 'proof', ask: ({ sophie }, proof) => sophie.get(desk(`/justificatifs/${proof}/1`)) },
  'download a proof': { names: 'proof', ask: ({ sophie }, proof) => sophie.get(desk(`/justificatifs/${proof}`)) },
  'see one’s own proof': { names: 'proof', ask: ({ camille }, proof) => camille.get(mine(`/justificatifs/${proof}`)) },
  'download a ticket': { names: 'seat', ask: ({ camille }, seat) => camille.get(mine(`/places/${seat}/billet.pdf`)) },
  'take a proof back': { names: 'seat', ask: ({ camille }, seat) => posts(camille, mine(''), mine(`/places/${seat}/retirer`), {}) },
  'choose the door': { names: 'seat', ask: ({ camille }, seat) => posts(camille, mine(''), mine(`/places/${seat}/accueil`), {}) },
  'pay the difference': { names: 'seat', ask: ({ camille }, seat) => posts(camille, mine(''), mine(`/places/${seat}/difference`), {}) },
  'send a proof': {
    names: 'seat',
    ask: async ({ camille }, seat) => {
      const guard = await guardOf(camille, mine(''));
      return camille.post(mine('/places/5/justificatif')).field(guard).field('also', String(seat)).attach('file', Buffer.from('GIF89a'), 'x.gif'); // prettier-ignore
    },
  },
};

const PAIRS = Object.entries(COMMANDS).flatMap(([name, command]) =>
  THINGS[command.names].map((thing: Thing) => ({ name, command, thing })),
);

it('no command of one order touches a thing of another', async () => {
  const theatre = await openTheatre({ orders: [OURS, THEIRS], mails: [MAIL] });
  try {
    const doors = {
      theatre,
      camille: await enters(theatre),
      sophie: await signsIn(theatre, SOPHIE_AT_THE_DESK),
      helene: await signsIn(theatre, HELENE_AT_THE_TILL),
    };
    const stories = () => [...theatre.book.values()].map(({ state }) => state);
    const before = stories();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(PAIRS, { minLength: PAIRS.length }), async (pairs) => {
        for (const { name, command, thing } of pairs) {
          const { status } = await command.ask(doors, thing);
          expect([name, thing, [404, 409, 422].includes(status) || status]).toEqual([name, thing, true]);
          expect(stories()).toEqual(before);
        }
      }),
      { numRuns: 3 },
    );
    expect(theatre.proofs.views).toEqual([]);
  } finally {
    await theatre.close();
  }
});

it('what is owed is refunded by its own name, once, and told so', async () => {
  const theatre = await openTheatre({ orders: [OURS, THEIRS] });
  try {
    const refund = (order: string, body: object) => api({ theatre }, `/orders/${order}/refund`, body);
    expect((await refund(OURS.reference, { payment: 4 })).body).toMatchObject({ code: 'payment-unknown', status: 404 });
    expect((await refund(OURS.reference, { payment: 999 })).body).toMatchObject({ code: 'payment-unknown' });
    expect((await refund(OURS.reference, { payment: 1 })).body).toMatchObject({ code: 'refund-not-due', status: 409 });
    expect((await refund(OURS.reference, {})).body).toMatchObject({ code: 'refund-not-due' });
    expect((await refund(OURS.reference, { payment: 2 })).status).toBe(200);
  } finally {
    await theatre.close();
  }
});
