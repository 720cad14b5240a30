import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Express } from 'express';
import { MemoryStore } from 'express-session';
import { pino } from 'pino';
import { createAskPayment } from '../../src/use-cases/ask-payment';
import { bindAccess, bindChanges, bindDecisions, createBindKey } from '../../src/use-cases/bind-commands';
import { createChangeOrder } from '../../src/use-cases/change-order';
import { createCheckIn } from '../../src/use-cases/check-in';
import { createDepositProof } from '../../src/use-cases/deposit-proof';
import { createPrintTickets } from '../../src/use-cases/letters/print-tickets';
import { createPlaceOrder } from '../../src/use-cases/place-order';
import { createReach } from '../../src/use-cases/reach-story';
import { createPublish } from '../../src/use-cases/publish';
import { createHearPayment, createReceivePayment } from '../../src/use-cases/receive-payment';
import { createRecordRefund } from '../../src/use-cases/record-refund';
import { createRecordDecision } from '../../src/use-cases/record-decision';
import { createSettleDifference } from '../../src/use-cases/till/settle-difference';
import { createSellAtCounter } from '../../src/use-cases/till/sell-at-counter';
import { createChangeSettings } from '../../src/use-cases/settings/change-settings';
import { textSheet } from '../../src/letters/letters';
import { createEditTexts } from '../../src/use-cases/settings/edit-texts';
import { createReadPageText } from '../../src/use-cases/settings/page-text';
import { createShopInstructions } from '../../src/use-cases/settings/shop-instructions';
import { createPreviewTemplate } from '../../src/use-cases/templates/preview-template';
import { createSettleMail } from '../../src/use-cases/mail/settle-mail';
import type { OrderView } from '../../src/domain/order-view';
import { openWalls } from '../../src/files/walls';
import { createPictureShrinker } from '../../src/files/shrink-picture';
import { createProofFiles } from '../../src/files/proof-files';
import { calendarFile } from '../../src/letters/calendar-file';
import { createPrinter } from '../../src/pdf/printer';
import { createTicketSigner } from '../../src/pdf/ticket-signature';
import { createPreviewLetter } from '../../src/letters/preview/preview-letter';
import type { Attestations } from '../../src/ports/attestations';
import type { MailLine } from '../../src/ports/mail/inbound-mail';
import { createApp } from '../../src/web/app';
import type { WebNeeds } from '../../src/web/needs';
import { fakeAccounts } from '../fakes/accounts';
import { fakeAttempts, fakeStaff } from '../fakes/access';
import type { Book } from '../fakes/book';
import { openBook } from '../fakes/book';
import { fakeBaskets } from '../fakes/baskets';
import { fakeCheckIns } from '../fakes/check-ins';
import { fakeCatalogue } from '../fakes/catalogue';
import { fakeCommandKeys } from '../fakes/command-keys';
import { stoppedClock } from '../fakes/clock';
import { HOLDS } from '../fakes/hold-limits';
import { fakeInboundMail } from '../fakes/inbound-mail';
import { fakeLetterBox } from '../fakes/letters';
import { fakeOrderRuns } from '../fakes/order-runs';
import { fakeOrders } from '../fakes/orders';
import { fakePayments } from '../fakes/payments';
import { fakeProofs } from '../fakes/proofs';
import { fakeAllocations, fakeReadiness, fakeSaleRules, READY } from '../fakes/sale';
import { fakeChangeLog, fakePriceGrids, fakeShelves } from '../fakes/shelves';
import { fakeReceipts, fakeStatistics } from '../fakes/till';
import { fakeTicketTemplates } from '../fakes/ticket-templates';
import { fakeSecrets } from '../fakes/secrets';
import { fakeVenueSettings, fakeVenueTexts } from '../fakes/settings';
import { MARINIERS, ORDER, SOPHIE } from '../people';
import { accessDeeds } from './access-deeds';
import { basketDeeds } from './basket-deeds';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, SOPHIE_AT_THE_DESK } from './desk-people';
import { LETTER_PATHS } from './letter-paths';
import { keyPair, portOf, sandboxAt } from './sandbox';
import { webSettings } from './web-settings';

/** Monday 11 January 2027, a quarter to six in Paris: two proofs of Camille's order wait for an answer. */
export const MONDAY = '2027-01-11T16:45:00.000Z';
export const API_KEY = 'cm_test_0123456789';
export const CASHIER_KEY = 'cm_test_cashier_0123456789';
export { CODE_SECRET, HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, PASSWORD, SOPHIE_AT_THE_DESK } from './desk-people';

/** As tickets are signed, with a key of these tests. */
export const SIGNER = createTicketSigner({ keyId: 'a', privateKeyPem: keyPair().privateKeyPem });

export interface Setting {
  readonly orders?: readonly OrderView[];
  readonly now?: string;
  readonly mails?: readonly (MailLine & { readonly raw: Buffer })[];
  readonly needs?: (needs: WebNeeds) => Partial<WebNeeds>;
}

type Attested = Parameters<Attestations['write']>[0];

export interface Theatre {
  readonly app: Express;
  readonly url: string;
  readonly book: Book;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly needs: WebNeeds;
  readonly payments: ReturnType<typeof fakePayments>;
  readonly letters: ReturnType<typeof fakeLetterBox>;
  readonly proofs: ReturnType<typeof fakeProofs>;
  readonly baskets: ReturnType<typeof fakeBaskets>;
  readonly templates: ReturnType<typeof fakeTicketTemplates>;
  /** What was shown at the door. */
  readonly checkIns: ReturnType<typeof fakeCheckIns>;
  readonly venueSettings: ReturnType<typeof fakeVenueSettings>;
  /** What people confirmed when they accepted. */
  readonly attested: readonly Attested[];
  /** Every line that was logged. */
  readonly logged: string[];
  /** The path of the link in Camille's letters. */
  link(order?: OrderView): string;
  signInPath(request: string): string;
  invitationPath(request: string): string;
  close(): Promise<void>;
}

/** The real app on the real rules, the real sandbox and the real cabinet of proofs; the rest of the world in memory. */
export async function openTheatre(setting: Setting = {}): Promise<Theatre> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const dir = mkdtempSync(join(tmpdir(), 'theatre-'));
  const world = worldOf(setting, { url, dir });
  const needs = { ...world.needs, ...setting.needs?.(world.needs) };
  const app = createApp(needs);
  server.on('request', app);
  return {
    ...world,
    ...{ app, url, needs },
    link: (order = ORDER) => `/c/${world.secrets.customerLink({ order: order.reference, version: order.linkVersion })}`,
    invitationPath: (request) => `/guichet/bienvenue/${world.secrets.staffInvitation(request)}`,
    signInPath: (request) => `/entrer/${world.secrets.signInLink(request)}`,
    close: async () => {
      await new Promise((done) => server.close(done).closeAllConnections());
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function worldOf({ orders = [ORDER], now = MONDAY, mails = [] }: Setting, { url, dir }: { url: string; dir: string }) {
  const clock = stoppedClock(now);
  const book = openBook(orders);
  const secrets = fakeSecrets();
  const proofs = fakeProofs(book);
  const payments = fakePayments(book);
  const letters = fakeLetterBox();
  const logged: string[] = [];
  const runs = proofs.accepting(fakeOrderRuns(book, clock));
  const stores = { orders: fakeOrders(book, { model: ORDER, secrets }), catalogue: fakeCatalogue(), proofs, payments, letters };
  const reach = createReach({ orders: stores.orders, runs });
  const attempts = fakeAttempts();
  const keys = [
    { id: 1, name: 'the demo', role: 'admin', hash: secrets.hash(API_KEY) } as const,
    { id: 2, name: 'the till', role: 'cashier', hash: secrets.hash(CASHIER_KEY) } as const,
  ];
  const members = [SOPHIE_AT_THE_DESK, HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE];
  const staff = fakeStaff(members, keys);
  const accounts = fakeAccounts(members, [{ id: 1, name: 'the demo', role: 'admin', createdAt: now }]);
  const walls = openWalls({ hidden: [dir] });
  const files = createProofFiles({
    dir,
    masterKeys: { current: { id: 'winter', key: Buffer.alloc(32, 1) }, others: [] },
    fingerprintKey: Buffer.alloc(32, 2),
    walls,
  });
  const { provider, providerPages } = sandboxAt(url, () => clock.now());
  const inboundMail = fakeInboundMail(mails);
  const attested: Attested[] = [];
  const sale = fakeReadiness();
  const checkIns = fakeCheckIns(orders);
  const baskets = fakeBaskets();
  const templates = fakeTicketTemplates();
  const venueTexts = fakeVenueTexts();
  const venueSettings = fakeVenueSettings(MARINIERS, [{ ...SOPHIE, active: true }]);
  const attestations: Attestations = { write: (attestation) => Promise.resolve(void attested.push(attestation)) };
  const placeOrder = createPlaceOrder({ ...stores, ...HOLDS, clock, random: randomBytes });
  const bindKey = createBindKey({ keys: fakeCommandKeys(), clock, hash: (text) => secrets.hash(text) });
  const decisions = createRecordDecision({
    runs,
    reach,
    clock,
    notes: { write: () => Promise.resolve() },
    attestations,
    proofs,
  });
  const storyRecord = { record: () => Promise.resolve([]) };
  const recordRefund = createRecordRefund({ ...stores, runs, reach, storyRecord, letters, clock });
  const settleDifference = createSettleDifference({ orders: stores.orders, receipts: fakeReceipts(), runs, reach });
  const changeOrder = bindChanges(bindKey, createChangeOrder({ ...stores, runs, reach, recordRefund, settleDifference }));
  const deeds: WebNeeds['deeds'] = {
    checkIn: createCheckIn({ checkIns, signer: SIGNER, clock }),
    placeOrder,
    previewTemplate: createPreviewTemplate({
      templates,
      pictures: { of: () => Promise.resolve({}) },
      printer: createPrinter(),
      signer: SIGNER,
      clock,
    }),
    ...basketDeeds({ ...stores, baskets, clock }),
    sellAtCounter: createSellAtCounter({ ...stores, placeOrder, receipts: fakeReceipts(), attestations, bindKey, runs, clock, warn: (what) => void logged.push(what) }), // prettier-ignore
    publish: createPublish({ readiness: sale, publications: sale, clock }),
    askPayment: createAskPayment({
      ...{ orders: stores.orders, payments, provider, runs, clock, warn: (what: string) => void logged.push(what) },
      returnUrl: (order, difference) =>
        `${url}/commande/${order}/retour${difference ? `?place=${difference.seat}&paiement=${difference.payment}` : ''}`,
      notifyUrl: `${url}/hooks/payments/sandbox`,
    }),
    receivePayment: createReceivePayment({
      ...{ payments, provider, clock, hash: (text) => secrets.hash(text) },
      hearPayment: createHearPayment({ orders: stores.orders, payments, runs, clock, warn: (what) => void logged.push(what) }),
    }),
    depositProof: createDepositProof({ ...stores, files, runs, reach, attempts, clock, newId: randomUUID, warn: (what) => void logged.push(what) }), // prettier-ignore
    decisions: bindDecisions(bindKey, decisions),
    changeOrder,
    printTickets: createPrintTickets({
      printer: { print: () => Promise.resolve(Buffer.from('%PDF-1.7 tickets')) },
      ...{ signer: SIGNER, pictures: { of: () => Promise.resolve({}) }, templates: { forOrder: () => Promise.resolve(undefined) } },
    }),
    changeSettings: createChangeSettings({ settings: venueSettings, clock }),
    editTexts: createEditTexts({
      texts: venueTexts,
      sheetOf: textSheet,
      previewLetter: createPreviewLetter({ publicUrl: url, paths: LETTER_PATHS }),
      clock,
    }),
    shopInstructions: createShopInstructions({ texts: venueTexts }),
    readPageText: createReadPageText({ texts: venueTexts }),
    settleMail: createSettleMail({ inboundMail, decisions, clock, hash: (text) => secrets.hash(text) }),
    ...bindAccess(bindKey, accessDeeds({ ...stores, changeOrder, attempts, staff, accounts, venueSettings, secrets, clock })),
  };
  const needs: WebNeeds = {
    settings: webSettings(url),
    log: pino({ level: 'info' }, new Writable({ write: (line, _encoding, done) => (logged.push(String(line)), done()) })),
    sessions: new MemoryStore(),
    venues: () => Promise.resolve([venueSettings.house()]),
    ...{ venueTexts, textSheet, venueSettings },
    readiness: { database: () => Promise.resolve() },
    calendarFile: (order) => calendarFile(order, { publicUrl: url, paths: LETTER_PATHS }),
    ...{ clock, deeds, attempts, secrets, files, staff, accounts, providerPages, ...stores, inboundMail },
    ...{ shelves: fakeShelves(), priceGrids: fakePriceGrids(), changeLog: fakeChangeLog() },
    ...{
      saleReadiness: sale,
      serviceChecks: { all: async () => READY.services },
      saleRules: fakeSaleRules(),
      allocations: fakeAllocations(),
    },
    lookalikes: { of: () => Promise.resolve([]) },
    ...{ signer: SIGNER, checkIns, baskets, templates },
    shrinker: createPictureShrinker(walls),
    statistics: fakeStatistics(),
    receipts: fakeReceipts(),
    customers: { list: () => Promise.resolve({ customers: [] }) },
    pictures: { of: () => Promise.resolve({}) },
  };
  return { clock, book, secrets, proofs, payments, letters, logged, attested, checkIns, baskets, templates, venueSettings, needs };
}
