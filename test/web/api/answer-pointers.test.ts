import request from 'supertest';
import { cents } from '../../../src/domain/money';
import { ORDER, withSeats } from '../../people';
import { API_KEY, openTheatre, type Theatre } from '../harness';

/** A refusal names the member of the body that it is about: the seat among the answers, its reason, its words, the payment. */
const MAIL = {
  ...{ receivedAt: '2027-01-11T16:40:00.000Z', verdict: 'unclear', why: 'unclear', needsAPerson: true },
  ...{ sender: 'sophie@theatre-des-mariniers.example', subject: 'Re: justificatifs', raw: Buffer.from('Subject: x') },
};
const PAID = ORDER.payments.map((payment) => ({ ...payment, id: 1 }));
const GIVEN_BACK = ORDER.payments.map((payment) => ({
  ...payment,
  id: 2,
  tooMany: true,
  status: 'refunded' as const,
  amount: cents(2400),
}));

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({
    orders: [{ ...withSeats(ORDER, { 5: { companionship: 'companion', proof: 'under-review' } }), payments: [...PAID, ...GIVEN_BACK] }],
    mails: [
      { ...MAIL, id: 12, order: ORDER.reference },
      { ...MAIL, id: 13 },
    ],
  });
});
afterAll(() => theatre.close());

const send = (path: string, body: object) =>
  request(theatre.url).post(`/api${path}?lang=en`).set('Authorization', `Bearer ${API_KEY}`).send(body);
const refuse = (seats: unknown, more: object = {}) => ({ seats, kind: 'refuse', reason: 'unreadable', ...more });
const approve = (seats: unknown) => ({ seats, kind: 'approve' });
const UNSAID = { reason: undefined };

type Told = [code: string, path: string, body: object, pointer: string];

const ANSWERS: readonly (readonly [code: string, answers: readonly object[], pointer: string])[] = [
  ['reason-needed', [approve([4]), refuse([3], UNSAID)], '#/answers/1/reason'],
  ['reason-needed', [refuse('all', UNSAID), approve([3])], '#/answers/0/reason'],
  ['note-needed', [approve([4]), refuse([3], { reason: 'other' })], '#/answers/1/words'],
  ['seat-not-found', [refuse([3, 9])], '#/answers/0/seats/1'],
  ['already-decided', [refuse([2])], '#/answers/0/seats/0'],
  ['not-allowed-now', [refuse([1])], '#/answers/0/seats/0'],
];

const withReview = (review: number) => ({ answers: [refuse([3])], review });

it.each<Told>([
  ...ANSWERS.map(([code, answers, pointer]): Told => [code, '/orders/7K2M-4Q9T/decisions', { answers }, pointer]),
  ...ANSWERS.map(([code, answers, pointer]): Told => [code, '/mails/12/apply', { answers, attested: true }, pointer]),
  ['review-not-found', '/orders/7K2M-4Q9T/decisions', withReview(900), '#/review'],
  ['review-superseded', '/orders/7K2M-4Q9T/decisions', { answers: [refuse([4, 3])], proofs: [] }, '#/answers/0/seats/1'],
  ['companion-without-holder', '/orders/7K2M-4Q9T/decisions', { answers: [approve([4, 5])] }, '#/answers/0/seats/1'],
  ['attestation-needed', '/mails/12/apply', { answers: [approve([3])] }, '#/attested'],
  ['mail-of-another-order', '/mails/12/apply', { answers: [refuse([3])], order: '9Z8Y-7X6W' }, '#/order'],
  ['order-not-found', '/mails/13/apply', { answers: [refuse([3])] }, '#/order'],
  ['order-not-found', '/mails/13/apply', { answers: [refuse([3])], order: '9Z8Y-7X6W' }, '#/order'],
  ['payment-unknown', '/orders/7K2M-4Q9T/refund', { payment: 404 }, '#/payment'],
  ['refund-not-due', '/orders/7K2M-4Q9T/refund', { payment: 1 }, '#/payment'],
  ['already-refunded', '/orders/7K2M-4Q9T/refund', { payment: 2 }, '#/payment'],
])('%s at %s of %j: names the member', async (code, path, body, pointer) => {
  const { body: problem } = await send(path, body);
  expect([problem.code, problem.errors]).toEqual([code, [{ in: 'body', pointer, detail: expect.any(String) }]]);
});

it('names no member of a refund that says no payment', async () => {
  const { body } = await send('/orders/7K2M-4Q9T/refund', {});
  expect([body.code, body.errors]).toEqual(['refund-not-due', undefined]);
});
