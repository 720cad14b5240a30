import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Letter } from '../../local/demo/mailboxes';
import { readMailbox } from '../../local/demo/mailboxes';
import { studentCard } from '../../local/demo/papers';
import { createReviewer } from '../../local/demo/reviewer';
import { until } from '../../local/demo/stage';
import { verifyTicket } from '../../src/pdf/ticket-signature';
import type { TicketPublicKey } from '../../src/ports/tickets/ticket-signer';
import { startStanding } from '../../src/temporal/standing-runs';
import { mailboxWorkflowId, orderWorkflowId } from '../../workflows/messages';
import { scan, textOf } from '../pdf/paper';
import type { Program } from './program';
import { openProgram } from './program';
import type { Buyer } from './spectators';
import { buys, isNow, kindsOf, letter, SOPHIE } from './spectators';

/** One reduced-tariff order from the payment to the tickets: HTTP, SMTP and IMAP outside, the real wire inside. */
let program: Program;
let camille: Buyer;
let tickets: Letter;

const FILE_NAME = 'carte-camille-2026.jpg';
const WORDS = 'OK pour moi.';

beforeAll(async () => {
  program = await openProgram('one-order');
  const { client, mailbox } = program.world;
  await startStanding(client, { mailboxes: [mailbox.name], tidyEveryMs: 3_600_000 });
  camille = await buys(program, 'Camille Roussel', ['PLEIN', 'ETUD']);
});
afterAll(() => program.close());

test('no ticket leaves at the payment: the letter leads into the customer area, where a card is sent', async () => {
  const { spectator, reference } = camille;
  const confirmation = await letter(camille, 'confirmation');
  await spectator.enter(linkIn(confirmation));
  const card = { name: FILE_NAME, mime: 'image/jpeg', content: await studentCard('Camille Roussel', '2026-2027') };
  await spectator.upload(reference, 2, card);
  await isNow(program, camille, 'under-review');
  expect(await kindsOf(camille)).toEqual(['confirmation']);
});

test('the reviewer’s reply is read in the mailbox, and the tickets leave', async () => {
  const request = await letter(camille, 'review-request', SOPHIE);
  expect(request.mail.attachments.length).toBeGreaterThan(0);
  await createReviewer(smtp(), { name: 'Sophie Marchand', address: SOPHIE }).reply(request, { words: WORDS });
  await isNow(program, camille, 'released');
  tickets = await letter(camille, 'tickets');
  await letter(camille, 'echo', SOPHIE);
  const handled = await until('the reply to be put away', async () => {
    const mails = await readMailbox(imap(), program.world.mailbox.name, 'Traités');
    return mails.length > 0 && mails;
  });
  expect(handled.map(({ mail }) => mail.from?.value[0]?.address)).toEqual([SOPHIE]);
});

test('each ticket carries a code that anybody can check with the published key', async () => {
  const [pdf] = tickets.mail.attachments.filter(({ contentType }) => contentType === 'application/pdf');
  const content = pdf?.content ?? Buffer.alloc(0);
  const { keys } = await publishedKeys();
  const codes = await Promise.all([1, 2].map((page) => scan(content, page)));
  const seats = [1, 2].map((no) => `CM-${camille.reference}-${no}`);
  expect(codes.map((code) => verifyTicket(code ?? '', keys)?.uid)).toEqual(seats);
  expect(verifyTicket((codes[0] ?? '').replace(`${seats[0]}`, `${seats[1]}`), keys)).toBeUndefined();
  expect(await textOf(content)).toContain('Camille Roussel');
});

test('Temporal shows where the order stands, and never a name, an address or a file', async () => {
  const handle = program.world.client.workflow.getHandle(orderWorkflowId(camille.reference));
  const description = await handle.describe();
  const { currentDetails } = await handle.query<{ readonly currentDetails: string }>('__temporal_workflow_metadata');
  expect(currentDetails).toContain('**released**, attend **performance**');
  expect(description.typedSearchAttributes.getAll()).toEqual(
    expect.arrayContaining([expect.objectContaining({ value: 'released' }), expect.objectContaining({ value: 'performance' })]),
  );
  const shown = [currentDetails, await description.staticSummary(), JSON.stringify(description.typedSearchAttributes.getAll())].join('\n');
  const story = await historyOf(orderWorkflowId(camille.reference));
  const mailbox = await historyOf(mailboxWorkflowId(program.world.mailbox.name));
  expect(story).toContain('depositProof');
  expect(story).toContain(camille.reference);
  for (const told of [shown, story, mailbox]) {
    expect(told).not.toMatch(/camille|roussel|sophie|marchand|courriel/i);
    for (const secret of [FILE_NAME, WORDS]) expect(told).not.toContain(secret);
  }
});

test('a basket with a reduced seat may not be printed at home: the server refuses', async () => {
  const before = await program.world.knex('orders').count({ n: '*' });
  const answer = await fetch(`${program.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      performanceId: program.phare,
      customer: { name: 'Nadia Ferrand', email: 'nadia.ferrand@courriel.example' },
      seats: ['PLEIN', 'ETUD'].map((tariff) => ({ tariff, category: '1', holder: 'Nadia Ferrand' })),
      deliveryMethod: 'print-at-home',
    }),
  });
  expect(answer.ok).toBe(false);
  expect(await answer.json()).toMatchObject({ code: 'delivery-method-not-allowed' });
  expect(await program.world.knex('orders').count({ n: '*' })).toEqual(before);
});

/** What an admin can read of a workflow, its payloads in clear. */
async function historyOf(workflowId: string): Promise<string> {
  const history = historyToJSON(await program.world.client.workflow.getHandle(workflowId).fetchHistory());
  return history.replaceAll(/"data":\s*"([A-Za-z0-9+/=]+)"/g, (_, data: string) => Buffer.from(data, 'base64').toString());
}

async function publishedKeys(): Promise<{ readonly keys: readonly TicketPublicKey[] }> {
  return JSON.parse(await (await fetch(`${program.url}/api/tickets/keys`)).text());
}

function linkIn({ mail }: Letter): string {
  const link = (mail.text ?? '').match(/https?:\/\/\S+/g)?.find((one) => one.startsWith(`${program.url}/c/`));
  if (link === undefined) throw new Error('The letter carries no link into the customer area.');
  return link;
}

function smtp(): string {
  return process.env['SMTP_URL'] ?? '';
}

function imap(): string {
  return process.env['IMAP_URL'] ?? '';
}
