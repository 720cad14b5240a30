import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { studentCard } from '../local/demo/papers';
import type { CustomerArea } from './customer-area';
import { enterCustomerArea } from './customer-area';
import { percentile, rounded, type Bench } from './figure';
import type { House } from './house';
import { createSpectators } from './reduced-order';
import { layProofs } from './proofs';

const MB = 1_000_000;
/** 5 Mo, the largest proof that passes. */
const LARGEST_PROOF = 5 * 1024 * 1024;
const PIECE = 64 * 1024;
const ENDLESS = 5_000 * MB;
const RUNS = 7;
const LOOK_MS = 4;

/** What an upload adds to the web process, at its highest: of the largest proof that passes, and of a stream that hardly ends. */
export async function benchUploads(house: House, { print, say }: Bench): Promise<void> {
  const card = await studentCard('Paul Roussel', '2026-2027');
  const largest = Buffer.concat([card, Buffer.alloc(LARGEST_PROOF - card.length)]);
  const area = await enter(house);
  // The first ones load code that stays; a small card shows that already.
  for (let run = 0; run < RUNS; run += 1) await send(area, card.length, { filled: card, expects: 303 });
  const before = house.crew.web.memory();
  const added = { largest: [] as number[], endless: [] as number[] };
  for (let run = 0; run < RUNS; run += 1)
    added.largest.push(await addedBy(house, () => send(area, largest.length, { filled: largest, expects: 303 })));
  for (let run = 0; run < RUNS; run += 1)
    added.endless.push(await addedBy(house, () => send(area, ENDLESS, { filled: card, expects: 422 })));
  const kept = rounded((house.crew.web.memory() - before) / MB, 1);
  const [largestMb, endlessMb] = [added.largest, added.endless].map((all) => rounded(percentile(all, 0.5) / MB, 1));
  say(`uploads: 5 MB add ${inMegabytes(added.largest)}, 5 GB ${inMegabytes(added.endless)}; ${kept} MB more after them all`);
  print({
    figure: 'upload-memory',
    value: Math.max(largestMb ?? 0, endlessMb ?? 0),
    unit: 'MB',
    aim: 8,
    note: `anonymous memory of the web process at its highest, middle of ${RUNS} runs: ${largestMb} MB by 5 MB, ${endlessMb} MB by 5 GB in chunks; ${kept} MB more after them all`,
  });
}

function inMegabytes(all: readonly number[]): string {
  return all.map((bytes) => `${rounded(bytes / MB)} MB`).join(', ');
}

async function enter(house: House): Promise<CustomerArea> {
  const spectators = createSpectators(house, await layProofs(house));
  const { reference, letter } = await spectators.pay();
  const { text = '' } = await simpleParser(letter);
  const link = text.match(/https?:\/\/\S+/g)?.find((one) => one.startsWith(`${house.app.publicUrl}/c/`));
  if (link === undefined) throw new Error('The confirmation carries no link into the customer area.');
  return enterCustomerArea(link, reference);
}

interface Content {
  /** The stream's beginning; noise follows. */
  readonly filled: Buffer;
  readonly expects: number;
}

async function send(area: CustomerArea, length: number, { filled, expects }: Content): Promise<void> {
  const status = await area.upload(piecesOf(filled, length));
  if (status !== expects) throw new Error(`An upload of ${length} bytes was answered ${status}.`);
}

function* piecesOf(filled: Buffer, length: number): Generator<Buffer> {
  const noise = randomBytes(PIECE);
  for (let at = 0; at < length; at += PIECE) yield at < filled.length ? filled.subarray(at, at + PIECE) : noise;
}

/** At its highest, over what the process had when it began. */
async function addedBy({ crew: { web } }: House, work: () => Promise<void>): Promise<number> {
  const before = web.memory();
  let highest = before;
  const looking = setInterval(() => (highest = Math.max(highest, web.memory())), LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return highest - before;
}
