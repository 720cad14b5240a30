import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { createReviewer } from '../local/demo/reviewer';
import { percentile, rounded, type Bench } from './figure';
import type { House } from './house';
import { layProofs } from './proofs';
import { createSpectators } from './reduced-order';

const REPLIES = 30;
const WARM_UP = 3;
/** How often the record is looked at: a tenth of what is counted at the very least. */
const LOOK_MS = 5;
const PATIENCE_MS = 30_000;

/** From a reply's delivery into the venue's inbox to its decision in the record, one at a time on an idle house. */
export async function benchReplies(house: House, { print, say, long }: Bench): Promise<void> {
  const count = long ? 200 : REPLIES;
  const proofs = await layProofs(house);
  await proofs.add(WARM_UP + count);
  const spectators = createSpectators(house, proofs);
  const waits: number[] = [];
  for (let reply = 0; reply < WARM_UP + count; reply += 1) {
    const { reference: order } = await spectators.pay();
    const [request] = await spectators.deposit(order);
    if (!request) throw new Error('Nobody was asked.');
    waits.push(await answerAndWait(house, order, request));
    await untilQuiet(house, order);
  }
  const counted = waits.slice(WARM_UP);
  say(`replies: ${count} of them, middle ${Math.round(percentile(counted, 0.5))} ms, longest ${Math.round(Math.max(...counted))} ms`);
  print({ figure: 'reply-to-decision-p95', value: rounded(percentile(counted, 0.95), 0), unit: 'ms', aim: 2000 });
}

async function answerAndWait({ stack, world, reviewers: [person] }: House, order: string, request: Buffer): Promise<number> {
  if (!person) throw new Error('The venue has no reviewer.');
  const mail = await simpleParser(request);
  const letter = { address: person.address, folder: 'INBOX', uid: 1, raw: request, mail };
  await createReviewer(stack.smtpUrl, person).reply(letter, { words: 'Bonjour,\n\nOK pour moi.\n\nCordialement' });
  const delivered = performance.now();
  while ((await world.knex('decisions').where({ order_reference: order }).first('seat')) === undefined) {
    if (performance.now() - delivered > PATIENCE_MS) throw new Error(`The reply about ${order} has led to no decision.`);
    await pause(LOOK_MS);
  }
  return performance.now() - delivered;
}

/** The tickets of one order have left before the next one begins. */
async function untilQuiet({ world }: House, order: string): Promise<void> {
  while ((await world.knex('outgoing_mail').where({ order_reference: order, state: 'queued' }).first('id')) !== undefined) await pause(50);
}
