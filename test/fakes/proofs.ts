import type { NewProof, Proofs } from '../../src/ports/proofs/proofs';
import type { OrderRuns } from '../../src/ports/order-runs';
import type { Actor } from '../../src/domain/actor';
import { actorName } from '../../src/domain/actor';
import type { SeatToJudge } from '../../src/domain/decision/seen';
import type { OrderView, ProofView } from '../../src/domain/order-view';
import { currentProofs } from '../../src/use-cases/letters/letter-attachments';
import { KARIM, SOPHIE } from '../people';
import type { Book } from './book';

export interface SeenProof {
  readonly proof: string;
  readonly by: string;
  readonly how: string;
}

/** Proofs in memory; what the story accepts appears in its order, in place of what its seats had, or beside it. */
export function fakeProofs(book: Book): Proofs & { readonly views: SeenProof[]; accepting(runs: OrderRuns): OrderRuns } {
  const waiting = new Map<string, NewProof>();
  const views: SeenProof[] = [];
  return {
    views,
    add: (proof) => Promise.resolve(void waiting.set(proof.id, proof)),
    give: () => Promise.resolve('new'),
    untold: () => Promise.resolve([]),
    markLost: (id, at) => Promise.resolve(setLost(id, at)),
    markFound: (id) => Promise.resolve(setLost(id, undefined)),
    drop: (id) => Promise.resolve(void waiting.delete(id)),
    due: () => Promise.resolve([]),
    markPurged: () => Promise.resolve(),
    logView: (view) => Promise.resolve(void views.push(view)),
    turnPage: (id, page) => {
      for (const one of book.values())
        one.view = { ...one.view, proofs: one.view.proofs.map((proof) => (proof.id === id ? turn(proof, page) : proof)) };
      return Promise.resolve();
    },
    seatsToJudge: (order, by) => Promise.resolve(seatsToJudge(book.get(order)?.view, views, by)),
    accepting: (runs) => ({
      ...runs,
      depositProof: async (order, command) => {
        const obeyed = await runs.depositProof(order, command);
        const sending = command.command.replace(/^deposit-/, '');
        accept([...waiting.values()].filter((proof) => (proof.sending ?? proof.id) === sending));
        return obeyed;
      },
    }),
  };

  function setLost(id: string, lostAt: string | undefined): void {
    for (const page of book.values())
      page.view = { ...page.view, proofs: page.view.proofs.map((proof) => (proof.id === id ? { ...proof, lostAt } : proof)) };
  }

  function accept(sent: readonly NewProof[]): void {
    const page = book.get(sent[0]?.order ?? '');
    if (!page) return;
    const seats = sent[0]?.seats ?? [];
    const isReplaced = (proof: ProofView) => !sent[0]?.adds && proof.seats.some((no) => seats.includes(no));
    const older = page.view.proofs.map((proof) => (isReplaced(proof) ? { ...proof, replaced: true } : proof));
    const inOrder = sent.toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt));
    page.view = { ...page.view, proofs: [...older, ...inOrder.map((proof) => ({ ...proof, replaced: false }))] };
  }
}

function turn(proof: ProofView, page: number): ProofView {
  const turns = Array.from({ length: proof.pages }, (_, index) => proof.turns?.[index] ?? 0);
  return { ...proof, turns: turns.map((quarters, index) => (index === page - 1 ? (quarters + 1) % 4 : quarters)) };
}

/** Reviewers saw what was attached to their letter: all but papers of health. */
function seatsToJudge(order: OrderView | undefined, views: readonly SeenProof[], by: Actor): readonly SeatToJudge[] {
  const own = [SOPHIE, KARIM].find(({ id }) => by.role === 'reviewer' && id === by.id)?.address ?? actorName(by);
  const saw = (proof: string, health: boolean) =>
    (by.role === 'reviewer' && !health) ||
    views.some((view) => view.proof === proof && (by.role === 'api-key' ? view.by.startsWith('staff:') : view.by === own));
  if (!order) return [];
  return order.seats
    .filter((seat) => seat.proof === 'under-review')
    .map(({ no, tariff: { health } }) => ({
      ...{ seat: no, health },
      files: currentProofs(order, { no }).map(({ id }) => id),
      shown: currentProofs(order, { no }).every(({ id }) => saw(id, health)),
    }));
}
