import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { createDepositProof } from '../src/use-cases/deposit-proof';
import { createReach } from '../src/use-cases/reach-story';
import { deriveKeyPair } from '../src/entry/keys';
import { signedNotification } from '../src/payment/sandbox/notification';
import { cents } from '../src/domain/money';
import type { House } from './house';
import type { ProofPile } from './proofs';

/** Between two letters nobody answers at once; so the two sides of a comparison also meet the server in the same order. */
export const THINKING_MS = 250;

/** What a spectator does, and the letters that tell it is done. The reference names the order from the payment on. */
export function createSpectators(house: House, proofs: ProofPile) {
  const { deeds, world, letters, config } = house;
  const { privateKeyPem } = deriveKeyPair(config.MASTER_KEY, 'sandbox-notifications');

  return {
    /** Orders one student's seat, pays, and has the confirmation. */
    async pay(): Promise<{ readonly reference: string; readonly letter: Buffer }> {
      const { performanceId, category } = house.seats.next();
      const { reference } = await deeds.placeOrder({
        channel: 'INTERNET',
        performanceId,
        language: 'fr',
        customer: { name: 'Camille Roussel', email: 'camille.roussel@courriel.example' },
        seats: [{ tariff: 'ETUD', category, holder: 'Camille Roussel' }],
        deliveryMethod: 'held-for-proof',
      });
      const page = await deeds.askPayment({ order: reference });
      const confirmed = [
        letters.expect({ kind: 'confirmation', order: reference, about: {} }),
        letters.expect({ kind: 'venue-copy', order: reference, about: { copyOf: 'confirmation' } }),
      ] as const;
      const body = Buffer.from(paidNotification(page, privateKeyPem));
      await deeds.receivePayment({ method: 'POST', headers: {}, query: '', body });
      const [letter] = await Promise.all(confirmed);
      return { reference, letter };
    },

    /** Sends a proof that was inspected and stored before; gives each reviewer's request. */
    async deposit(order: string): Promise<readonly Buffer[]> {
      const asked = house.reviewers.map(({ id }) => letters.expect({ kind: 'review-request', order, about: { review: 1, reviewer: id } }));
      const sending = await depositOf(proofs)({ order, seats: [1], consent: false, address: order });
      await sending.take({ fileName: 'carte.jpg', stream: Readable.from([]) });
      await sending.close();
      return Promise.all(asked);
    },
  };

  /** The use case as it is, but for the inspection of the file. */
  function depositOf(pile: ProofPile) {
    const { id, file } = pile.take();
    const { orders, runs } = world;
    const files = { receive: () => Promise.resolve(file), purge: (proof: string) => world.files.purge(proof) };
    return createDepositProof({ ...world, files, reach: createReach({ orders, runs }), newId: () => id });
  }
}

export type Spectators = ReturnType<typeof createSpectators>;

/** The letters that follow the approval of review 1. */
function releaseOf({ letters }: House, order: string, { command, reviewer }: { readonly command: string; readonly reviewer: number }) {
  return Promise.all([
    letters.expect({ kind: 'echo', order, about: { command, review: 1, reviewer } }),
    letters.expect({ kind: 'tickets', order, about: { release: 1 } }),
    letters.expect({ kind: 'venue-copy', order, about: { copyOf: 'tickets', release: 1 } }),
  ]);
}

/** A reduced order from the basket to its tickets; answers its reference. */
export async function liveReducedOrder(house: House, spectators: Spectators): Promise<string> {
  const [reviewer] = house.reviewers;
  if (!reviewer) throw new Error('The venue has no reviewer.');
  const { reference: order } = await spectators.pay();
  await pause(THINKING_MS);
  await spectators.deposit(order);
  await pause(THINKING_MS);
  const command = `approve-${order}`;
  const released = releaseOf(house, order, { command, reviewer: reviewer.id });
  const by = { role: 'reviewer', id: reviewer.id } as const;
  await house.deeds.decisions.decide(order, { command, by, door: 'mail', review: 1, answers: [{ seats: 'all', kind: 'approve' }] });
  await released;
  return order;
}

/** What the payment provider posts for a payment page: « paid », as signed as from the sandbox itself. */
export function paidNotification(paymentPage: string, privateKeyPem: string): string {
  const asked = new URL(paymentPage).searchParams;
  return signedNotification(
    {
      reference: asked.get('reference') ?? '',
      amount: cents(Number(asked.get('amount'))),
      currency: 'EUR',
      result: 'paid',
      transaction: `SP-${randomUUID()}`,
      at: new Date().toISOString(),
    },
    privateKeyPem,
  );
}
