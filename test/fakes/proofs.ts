import type { NewProof, Proofs } from '../../src/ports/proofs/proofs';
import type { OrderRuns } from '../../src/ports/order-runs';
import type { Book } from './book';

export interface SeenProof {
  readonly proof: string;
  readonly by: string;
  readonly how: string;
}

/** Proofs in memory; what the story accepts appears in its order, in place of what its seats had. */
export function fakeProofs(book: Book): Proofs & { readonly views: SeenProof[]; accepting(runs: OrderRuns): OrderRuns } {
  const waiting = new Map<string, NewProof>();
  const views: SeenProof[] = [];
  return {
    views,
    add: (proof) => Promise.resolve(void waiting.set(proof.id, proof)),
    drop: (id) => Promise.resolve(void waiting.delete(id)),
    due: () => Promise.resolve([]),
    markPurged: () => Promise.resolve(),
    logView: (view) => Promise.resolve(void views.push(view)),
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

  function accept(sent: readonly NewProof[]): void {
    const page = book.get(sent[0]?.order ?? '');
    if (!page) return;
    const seats = sent[0]?.seats ?? [];
    const older = page.view.proofs.map((proof) => (proof.seats.some((no) => seats.includes(no)) ? { ...proof, replaced: true } : proof));
    page.view = { ...page.view, proofs: [...older, ...sent.map((proof) => ({ ...proof, replaced: false }))] };
  }
}
