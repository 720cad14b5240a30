import type { App } from '../app';
import type { Stack } from '../stack';
import type { Letter } from './mailboxes';
import { lettersOfKind, readMailbox } from './mailboxes';
import { studentCard } from './papers';
import type { Reviewer } from './reviewer';
import { createReviewer } from './reviewer';
import type { Spectator } from './spectator';
import { createSpectator } from './spectator';
import { must, SceneFailed, step, until } from './stage';

/** The undo window of the demo's venue: long enough to be used, short enough to be waited for. */
export const UNDO_SECONDS = 5;

export const INBOX = 'validation@theatre-des-mariniers.example';
export const SHARED_DESK = 'billetterie@theatre-des-mariniers.example';
export const SOPHIE = 'sophie.marchand@theatre-des-mariniers.example';

interface ApiOrder {
  readonly reference: string;
  readonly status: string;
  readonly payment: string;
  readonly seats: readonly { readonly no: number; readonly proof: string; readonly delivery: string }[];
  readonly tickets: readonly { readonly seat: number; readonly number: number; readonly uid: string; readonly admission: string }[];
}

/** Everybody on the demo's stage. They know the program by its pages, its API, its mails and its files alone. */
export interface Company {
  readonly stack: Stack;
  readonly app: App;
  readonly sophie: Reviewer;
  readonly karim: Reviewer;
  readonly mailbox: (address: string, folder?: string) => Promise<readonly Letter[]>;
  readonly letter: (address: string, kind: string, reference: string, count?: number) => Promise<Letter>;
  readonly api: (path: string, init?: RequestInit) => Promise<unknown>;
  readonly order: (reference: string) => Promise<ApiOrder>;
  readonly performanceId: number;
}

export function assembleCompany(stack: Stack, app: App, apiKey: string, performanceId: number): Company {
  const mailbox = (address: string, folder?: string) => readMailbox(stack.imapUrl, address, folder);
  const api = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${app.publicUrl}/api${path}`, { ...init, headers });
    if (!answer.ok) throw new SceneFailed(`The API answers ${answer.status} to ${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    ...{ stack, app, mailbox, api, performanceId },
    sophie: createReviewer(stack.smtpUrl, { name: 'Sophie Marchand', address: SOPHIE }),
    karim: createReviewer(stack.smtpUrl, { name: 'La billetterie', address: SHARED_DESK }),
    letter: (address, kind, reference, count = 1) =>
      until(`letter ${count} « ${kind} » about ${reference} to ${address.split('@')[0]}`, async () => {
        const found = lettersOfKind(await mailbox(address), kind, reference);
        return found[count - 1];
      }),
    order: async (reference) => (await api(`/orders/${reference}`)) as ApiOrder,
  };
}

export interface Camille {
  readonly spectator: Spectator;
  readonly reference: string;
  readonly email: string;
  /** By seat: each student’s card bears that name. */
  readonly holders: readonly string[];
}

/** Orders one full-price seat and two students', pays, and enters the customer area by the letter's link. */
export async function buysAndEnters({ app, letter, performanceId }: Company, name: string): Promise<Camille> {
  const email = `${name.toLowerCase().replaceAll(' ', '.').normalize('NFD').replaceAll(/\p{M}/gu, '')}@courriel.example`;
  const [, last = ''] = name.split(' ');
  const students = [`Paul ${last}`, `Léa ${last}`];
  const spectator = createSpectator(app.publicUrl);
  const order = await spectator.order({
    ...{ performanceId, name, email },
    seats: [{ tariff: 'PLEIN', category: '1', holder: name }, ...students.map((holder) => ({ tariff: 'ETUD', category: '1', holder }))],
  });
  step(`${name} orders ${order.reference}: one full-price seat, two students, ${(order.total / 100).toFixed(2)} €`);
  await spectator.pay(order.paymentUrl);
  step('pays on the provider’s page; its server notifies ours');
  const confirmation = await letter(email, 'confirmation', order.reference);
  step(`receives « ${confirmation.mail.subject} »`);
  await spectator.enter(linkIn(confirmation, app.publicUrl));
  step('presses the button of the letter’s link and is in the customer area');
  return { spectator, reference: order.reference, email, holders: [name, ...students] };
}

/** Sends a student card for each of those seats. */
export async function sendsCards(
  { spectator, reference, holders }: Camille,
  years: string,
  seats: readonly number[] = [2, 3],
): Promise<void> {
  for (const seat of seats) {
    const content = await studentCard(holders[seat - 1] ?? '', years);
    await spectator.upload(reference, seat, { name: `carte-${seat}.jpg`, mime: 'image/jpeg', content });
    step(`uploads a student card ${years} for seat ${seat}`);
  }
}

/** The first address of ours in the text of a letter that opens the customer area. */
export function linkIn({ mail }: Letter, publicUrl: string): string {
  const links = (mail.text ?? '').match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((one) => one.startsWith(`${publicUrl}/c/`));
  must(link !== undefined, `the letter « ${mail.subject} » carries a link into the customer area`);
  return link ?? '';
}

/** The tickets letter, whose attachment is checked to be a PDF; returns the PDF. */
export async function receivesTickets({ letter }: Company, { email, reference }: Camille, count = 1): Promise<Buffer> {
  const { mail } = await letter(email, 'tickets', reference, count);
  const pdf = mail.attachments.find(({ contentType }) => contentType === 'application/pdf');
  must(pdf !== undefined && pdf.content.subarray(0, 5).toString() === '%PDF-', 'the tickets are attached as a PDF');
  step(`receives « ${mail.subject} » with ${pdf?.filename}, ${Math.round((pdf?.content.length ?? 0) / 1024)} KB`);
  return pdf?.content ?? Buffer.alloc(0);
}

/** How many letters of a kind about an order lie in a mailbox. */
export async function countOf(
  { mailbox }: Company,
  kind: string,
  { address, reference }: { readonly address: string; readonly reference: string },
): Promise<number> {
  return lettersOfKind(await mailbox(address), kind, reference).length;
}
