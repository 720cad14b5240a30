import type { LetterName } from '../../domain/letter';
import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Attachment } from '../../ports/mail/mailer';
import type { ProofFiles } from '../../ports/proofs/proof-files';
import type { Proofs } from '../../ports/proofs/proofs';
import type { Clock } from '../../ports/clock';
import type { PrintTickets } from './print-tickets';

export type AttachmentsFor = (facts: LetterFacts) => Promise<readonly Attachment[]>;

/** Beyond this the reviewers get a link to the desk (design.md 2, step 5). */
const LARGEST_ATTACHMENTS = 10 * 1024 * 1024;

interface Needs {
  readonly files: ProofFiles;
  readonly proofs: Proofs;
  readonly printTickets: PrintTickets;
  readonly clock: Clock;
}

/** What goes with a letter: the tickets of its release, or the proofs as we rendered them. */
export function createAttachmentsFor({ files, proofs, printTickets, clock }: Needs): AttachmentsFor {
  return async ({ name, order, reviewer }) => {
    if (!order) return [];
    if (carriesTickets(name)) return [await tickets(order, name.about.release)];
    const asksReviewer = name.kind === 'review-request' || name.kind === 'nudge';
    return asksReviewer && reviewer ? proofsOf(order, reviewer.address) : [];
  };

  async function tickets(order: OrderView, release: number | undefined): Promise<Attachment> {
    const name = order.language === 'fr' ? `billets-${order.reference}.pdf` : `tickets-${order.reference}.pdf`;
    return { name, mime: 'application/pdf', content: await printTickets(order, { release }) };
  }

  async function proofsOf(order: OrderView, reviewer: string): Promise<readonly Attachment[]> {
    if (!order.venue.attachProofs) return [];
    const attached: Attachment[] = [];
    for (const seat of order.seats.filter((one) => one.proof === 'under-review' && !one.tariff.health)) {
      for (const proof of currentProofs(order, seat)) attached.push(...(await renderings(order, seat, proof)));
    }
    if (attached.reduce((sum, { content }) => sum + content.length, 0) > LARGEST_ATTACHMENTS) return [];
    for (const id of new Set(order.proofs.filter((proof) => !proof.replaced).map((proof) => proof.id))) {
      await proofs.logView({ proof: id, by: reviewer, how: 'letter', at: clock.now() });
    }
    return attached;
  }

  /** The first page inside the letter; a proof of several pages beside it as well. */
  async function renderings(order: OrderView, seat: SeatView, proof: ProofView): Promise<readonly Attachment[]> {
    const mark = `${order.venue.name}, ${clock.now().slice(0, 10)}`;
    const name = `place-${seat.no}-${seat.tariff.code.toLowerCase()}-${proof.id.slice(0, 4)}`;
    const inline = { id: `${proof.id}-${seat.no}@proof`, alt: `Place ${seat.no}` };
    const first = { name: `${name}.jpg`, mime: 'image/jpeg', content: await files.page(proof.id, 1, mark), inline, seat: seat.no };
    if (proof.pages === 1) return [first];
    const whole = await files.rendered(proof.id, mark);
    return [first, { name: `${name}.${whole.extension}`, mime: whole.mime, content: whole.content, seat: seat.no }];
  }
}

/** `tickets-again` names no release: all that may be printed. */
function carriesTickets({ kind, about }: LetterName): boolean {
  return kind === 'tickets' || kind === 'tickets-again' || (kind === 'venue-copy' && about.copyOf === 'tickets');
}

/** The proofs that count for a seat: not replaced, not purged. */
export function currentProofs(order: OrderView, seat: Pick<SeatView, 'no'>): readonly ProofView[] {
  return order.proofs.filter((proof) => proof.seats.includes(seat.no) && !proof.replaced && proof.purgedAt === undefined);
}
