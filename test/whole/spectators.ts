import { Readable } from 'node:stream';
import type { Letter } from '../../local/demo/mailboxes';
import { lettersOfKind, readMailbox } from '../../local/demo/mailboxes';
import { studentCard } from '../../local/demo/papers';
import type { Spectator } from '../../local/demo/spectator';
import { createSpectator } from '../../local/demo/spectator';
import { until } from '../../local/demo/stage';
import type { LetterKind } from '../../src/domain/letter';
import type { OrderStatus } from '../../src/domain/order/summary';
import type { Program } from './program';

/** A bound for a busy machine, not a measure; below jest's own, which could not say what was waited for. */
const PATIENCE_SECONDS = 120;

export const SOPHIE = 'sophie.marchand@theatre-des-mariniers.example';

/** Somebody with a browser, a mailbox and one order. */
export interface Buyer {
  readonly spectator: Spectator;
  readonly name: string;
  readonly email: string;
  readonly reference: string;
  readonly paymentUrl: string;
}

/** Places an order on the numbered seats of Le Phare d’hiver; one seat a tariff. */
export async function orders({ url, phare }: Program, name: string, tariffs: readonly string[]): Promise<Buyer> {
  const spectator = createSpectator(url);
  const email = `${slug(name)}-${process.pid}@courriel.example`;
  const deliveryMethod = tariffs.every((tariff) => tariff === 'PLEIN') ? 'print-at-home' : 'held-for-proof';
  const seats = tariffs.map((tariff) => ({ tariff, category: '1', holder: name }));
  const { reference, paymentUrl } = await spectator.order({ performanceId: phare, name, email, seats, deliveryMethod });
  return { spectator, name, email, reference, paymentUrl };
}

/** Places an order and pays it on the provider’s page. */
export async function buys(program: Program, name: string, tariffs: readonly string[]): Promise<Buyer> {
  const buyer = await orders(program, name, tariffs);
  await buyer.spectator.pay(buyer.paymentUrl);
  return buyer;
}

/** Waits for a letter of this kind about the order, in the mailbox of the buyer or of somebody else. */
export function letter({ email, reference }: Buyer, kind: LetterKind, address = email): Promise<Letter> {
  return until(
    `letter « ${kind} » about ${reference}`,
    async () => lettersOfKind(await mailbox(address), kind, reference)[0],
    PATIENCE_SECONDS,
  );
}

/** The kinds of the letters about the order that lie in a mailbox, in the order of their names. */
export async function kindsOf({ email, reference }: Buyer, address = email): Promise<readonly string[]> {
  const about = (await mailbox(address)).filter(
    ({ raw, mail }) => `${mail.subject} ${mail.text}`.includes(reference) || raw.includes(reference),
  );
  return about.map(({ mail }) => `${mail.headerLines.find(({ key }) => key === 'x-contremarque-letter')?.line.split(': ')[1]}`).toSorted();
}

/** A student card for these seats, as the customer area hands it over. */
export async function sendsCard(
  { deeds }: Program,
  { reference, name }: Pick<Buyer, 'reference' | 'name'>,
  seats: readonly number[],
  outcome: 'told' | 'kept' = 'told',
): Promise<void> {
  const sending = await deeds.depositProof({ order: reference, seats, consent: false, address: reference });
  await sending.take({ fileName: 'carte.jpg', stream: Readable.from(await studentCard(name, '2026-2027')) });
  const deposited = await sending.close();
  if (deposited !== outcome) throw new Error(`The card for ${reference} is ${deposited}.`);
}

/** Waits until the order stands there, its letters have left, and the story has heard that they have. */
export async function isNow({ world }: Program, { reference }: Buyer, status: OrderStatus): Promise<void> {
  const isThere = async () => {
    const view = await world.orders.view(reference);
    if (!view || view.status !== status || view.seq === 0) return false;
    const unsent = await world.storyRecord.unsentLetters(reference);
    return unsent.length === 0 && view.seats.every(({ delivery }) => delivery !== 'ready');
  };
  await until(`${reference} to be ${status}, its letters out`, isThere, PATIENCE_SECONDS);
}

function mailbox(address: string): Promise<readonly Letter[]> {
  return readMailbox(process.env['IMAP_URL'] ?? '', address);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/g, '.');
}
