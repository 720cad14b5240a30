import type { LetterName } from '../../domain/letter';
import { bringsTickets } from '../../domain/letter';
import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Attachment } from '../../ports/mail/mailer';
import type { ProofFiles } from '../../ports/proofs/proof-files';
import type { Proofs } from '../../ports/proofs/proofs';
import type { Clock } from '../../ports/clock';
import { readUnlessLost } from '../read-proof';
import type { PrintTickets } from './print-tickets';

export type AttachmentsFor = (facts: LetterFacts) => Promise<readonly Attachment[]>;

/** Beyond this the reviewers get a link to the desk (docs/architecture.md 2, step 5). */
const LARGEST_ATTACHMENTS = 10 * 1024 * 1024;

interface Needs {
  readonly files: Pick<ProofFiles, 'page' | 'rendered'>;
  readonly proofs: Pick<Proofs, 'logView' | 'markLost'>;
  readonly printTickets: PrintTickets;
  readonly clock: Clock;
}

/**
 * What goes with the letters of one batch: the tickets of a release, or the proofs as we rendered them. The venue's copy
 * has the spectator's PDF, and every reviewer the same pictures: each is made once, and forgotten with the batch.
 */
export function openAttachments({ files, proofs, printTickets, clock }: Needs): AttachmentsFor {
  const pdfs = onceEach<Buffer>();
  const drawings = onceEach<readonly Attachment[]>();
  return async ({ name, order, reviewer }) => {
    if (!order) return [];
    if (carriesTickets(name)) return [await tickets(order, { release: name.about.release, again: name.kind === 'tickets-again' })];
    const asksReviewer = name.kind === 'review-request' || name.kind === 'nudge';
    return asksReviewer && reviewer ? proofsOf(order, reviewer.address) : [];
  };

  async function tickets(order: OrderView, which: Parameters<PrintTickets>[1]): Promise<Attachment> {
    // A ticket cancelled between two letters makes it another document.
    const printed = JSON.stringify([order.reference, which, order.tickets]);
    return {
      name: fileName(order, which.release),
      mime: 'application/pdf',
      content: await pdfs(printed, () => printTickets(order, which)),
    };
  }

  async function proofsOf(order: OrderView, reviewer: string): Promise<readonly Attachment[]> {
    if (!order.venue.attachProofs) return [];
    const attached: Attachment[] = [];
    const shown = new Set<string>();
    for (const seat of order.seats.filter((one) => one.proof === 'under-review' && !one.tariff.health)) {
      for (const proof of currentProofs(order, seat)) {
        const drawn = await drawings(`${proof.id}-${seat.no}`, () => renderings(order, seat, proof));
        attached.push(...drawn);
        if (drawn.length > 0) shown.add(proof.id);
      }
    }
    if (attached.reduce((sum, { content }) => sum + content.length, 0) > LARGEST_ATTACHMENTS) return [];
    // The audit says what was shown, and no more: not a proof of health, nor one of a seat decided before.
    for (const id of shown) {
      await proofs.logView({ proof: id, by: reviewer, how: 'letter', at: clock.now() });
    }
    return attached;
  }

  /** The first page inside the letter; a proof of several pages beside it as well. Nothing of a file that is lost: the letter leaves. */
  async function renderings(order: OrderView, seat: SeatView, proof: ProofView): Promise<readonly Attachment[]> {
    const look = { watermark: { venue: order.venue, at: clock.now() }, turns: proof.turns };
    const name = `place-${seat.no}-${seat.tariff.code.toLowerCase()}-${proof.id.slice(0, 4)}`;
    const inline = { id: `${proof.id}-${seat.no}@proof`, alt: `Place ${seat.no}` };
    const content = await readUnlessLost({ proofs, clock }, proof.id, () => files.page(proof.id, 1, look));
    if (!content) return [];
    const first = { name: `${name}.jpg`, mime: 'image/jpeg', content, inline, seat: seat.no };
    if (proof.pages === 1) return [first];
    const whole = await readUnlessLost({ proofs, clock }, proof.id, () => files.rendered(proof.id, look));
    if (!whole) return [first];
    return [first, { name: `${name}.${whole.extension}`, mime: whole.mime, content: whole.content, seat: seat.no }];
  }
}

/** Letters of one order follow each other within seconds: a file that is saved must not hide the one before. */
function fileName({ language, reference, seats, tickets }: OrderView, release: number | undefined): string {
  const words = FILE_WORDS[language];
  const leaving = [...new Set(tickets.filter((ticket) => ticket.release === release).map(({ seat }) => seat))];
  const some = release !== undefined && leaving.length > 0 && leaving.length < seats.length;
  const which = leaving.length > MOST_NAMED ? `${release ?? ''}` : `${leaving.length > 1 ? words.seats : words.seat}-${leaving.join('-')}`;
  return `${words.tickets}-${reference}${some ? `-${which}` : ''}.pdf`;
}

const MOST_NAMED = 6;
const FILE_WORDS = {
  fr: { tickets: 'billets', seat: 'place', seats: 'places' },
  en: { tickets: 'tickets', seat: 'ticket', seats: 'tickets' },
} as const;

/** Makes each thing once; what could not be made is tried again. */
function onceEach<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key, make) => {
    const known = made.get(key);
    if (known) return known;
    const making = make().catch((fault: unknown) => {
      made.delete(key);
      throw fault;
    });
    made.set(key, making);
    return making;
  };
}

/** `tickets-again` names no release: of each, what was not used. */
function carriesTickets({ kind, about }: LetterName): boolean {
  return bringsTickets(kind) || (kind === 'venue-copy' && about.copyOf === 'tickets');
}

/** The proofs that count for a seat: not replaced, not purged. */
export function currentProofs(order: OrderView, seat: Pick<SeatView, 'no'>): readonly ProofView[] {
  return order.proofs.filter((proof) => proof.seats.includes(seat.no) && !proof.replaced && proof.purgedAt === undefined);
}
