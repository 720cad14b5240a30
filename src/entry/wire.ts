import { createAskInbox, createAskMailer } from '../mail/ask-hosts';
import { createImapMailbox } from '../mail/imap-mailbox';
import { createMailReader } from '../replies/reader';
import { composeLetter } from '../letters/compose-letter';
import type { LetterPaths } from '../letters/links';
import { createPreviewLetter } from '../letters/preview/preview-letter';
import type { OrderView } from '../domain/order-view';
import { calendarFile } from '../letters/calendar-file';
import { createMailer } from '../mail/smtp-mailer';
import { createAccounts } from '../mysql/access/accounts';
import { createAttempts } from '../mysql/access/attempts';
import { createSessions } from '../mysql/access/sessions';
import { createNames, createStaff, sealOldSecrets } from '../mysql/access/staff';
import { createChangeLog, recordChange } from '../mysql/catalogue/admin/change-log';
import { createPriceGrids } from '../mysql/catalogue/admin/price-grids';
import { createShelves } from '../mysql/catalogue/admin/shelves';
import { createCatalogue } from '../mysql/catalogue/catalogue';
import { createAllocations } from '../mysql/catalogue/sale/allocations';
import { createPublications } from '../mysql/catalogue/sale/publications';
import { createReadiness } from '../mysql/catalogue/sale/readiness';
import { createServiceChecks } from '../mysql/catalogue/sale/service-checks';
import { createSaleRules } from '../mysql/catalogue/sale/sale-rules';
import { createVenues, createVenuePictures } from '../mysql/catalogue/venue';
import { createCheckIns } from '../mysql/check-in/check-ins';
import { createDatabaseClock } from '../mysql/clock';
import { createCommandKeys } from '../mysql/command-keys';
import { createCustomers } from '../mysql/customers';
import { connect } from '../mysql/database';
import { createInboundMail } from '../mysql/inbound/inbound-mail';
import { createLetters } from '../mysql/letters/letters';
import { createAttestations } from '../mysql/attestations';
import { createNotes } from '../mysql/notes';
import { createOldRows } from '../mysql/old-rows';
import { createLookalikes } from '../mysql/proofs/lookalikes';
import { createBaskets } from '../mysql/orders/baskets';
import { createOrders } from '../mysql/orders/orders';
import { createSandboxBook } from '../mysql/payments/sandbox-book';
import { createPayments } from '../mysql/payments/payments';
import { createProofs } from '../mysql/proofs/proofs';
import { createVenueSettings } from '../mysql/settings/venue-settings';
import { createVenueTexts } from '../mysql/settings/venue-texts';
import { createSignInLinks } from '../mysql/sign-in-links';
import { createReceipts } from '../mysql/till/receipts';
import { createStatistics } from '../mysql/till/statistics';
import { createTicketTemplates } from '../mysql/tickets/ticket-templates';
import { createStoryRecord } from '../mysql/story/story-record';
import { createPictureShrinker } from '../files/shrink-picture';
import { createProofFiles } from '../files/proof-files';
import { openWalls } from '../files/walls';
import { createPrinter } from '../pdf/printer';
import { PROVIDERS } from '../payment/providers';
import type { Mailer } from '../ports/mail/mailer';
import { createAskStories } from '../temporal/ask-stories';
import { connectLazily } from '../temporal/connect';
import { createOrderRuns } from '../temporal/order-runs';
import { pathOf, ROUTES } from '../web/paths';
import type { Config } from './config';
import { createSecrets, deriveKey, deriveKeyPair } from './keys';
import { createTicketKeys } from './ticket-keys';
import { createLog, faultName } from './log';

/** A server outside the house has so long to answer whether it is there. */
const ASKING_MS = 10_000;

export type World = ReturnType<typeof createWorld>;

/** Every adapter of this process, built once: nobody else builds one. Nothing is connected before it is used. */
export function createWorld(config: Config, patience?: Parameters<typeof connect>[1]) {
  const log = createLog(config.LOG_LEVEL);
  const knex = connect(config.DATABASE_URL, patience);
  const secrets = createSecrets(config.MASTER_KEY);
  const orders = createOrders({ knex, secrets });
  const client = connectLazily({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE, tls: config.TEMPORAL_TLS });
  const venues = createVenues({ knex });
  const names = createNames({ knex });
  const mailer = createHouseMailer(config, { venues, secrets });
  const warn = (what: string, fault: unknown) => log.warn({ fault: faultName(fault) }, what);
  const clock = createDatabaseClock({ knex, warn });
  const mailbox = createImapMailbox({ url: config.IMAP_URL, deadlineMs: config.IMAP_DEADLINE_SECONDS * 1000, warn });
  const mailReader = createMailReader({ ownAddresses: [mailbox.name] });
  const walls = openWalls({ hidden: [config.PROOF_DIR, ...config.secretFiles] });
  const provider = PROVIDERS[config.PAYMENT_PROVIDER]({
    pagesUrl: `${config.PUBLIC_URL}${ROUTES.providerPages}`,
    derived: {
      key: (purpose) => deriveKey(config.MASTER_KEY, purpose),
      pair: (purpose) => deriveKeyPair(config.MASTER_KEY, purpose),
    },
    sandboxBook: createSandboxBook({ knex }),
    now: () => clock.now(),
    warn,
  });
  return {
    ...{ log, knex, secrets, orders, client, venues, mailer, mailbox, mailReader, warn, walls },
    clock,
    runs: createOrderRuns(client),
    catalogue: createCatalogue({ knex, now: () => new Date(clock.now()) }),
    shelves: createShelves({ knex, recordChange }),
    priceGrids: createPriceGrids({ knex, recordChange }),
    changeLog: createChangeLog({ knex, staff: { names } }),
    saleRules: createSaleRules({ knex, recordChange }),
    allocations: createAllocations({ knex, recordChange }),
    saleReadiness: createReadiness({ knex, now: () => new Date(clock.now()) }),
    serviceChecks: createServiceChecks({ knex }),
    publications: createPublications({ knex, recordChange }),
    payments: createPayments({ knex, provider: provider.name, method: 'CB INTERNET' }),
    notes: createNotes({ knex }),
    attestations: createAttestations({ knex }),
    commandKeys: createCommandKeys({ knex }),
    proofs: createProofs({ knex }),
    letters: createLetters({ knex, orders }),
    storyRecord: createStoryRecord({ knex, secrets }),
    inboundMail: createInboundMail({ knex, secrets }),
    signInLinks: createSignInLinks({ knex }),
    checkIns: createCheckIns({ knex }),
    templates: createTicketTemplates({ knex, recordChange }),
    shrinker: createPictureShrinker(walls),
    baskets: createBaskets({ knex }),
    statistics: createStatistics({ knex }),
    receipts: createReceipts({ knex }),
    customers: createCustomers({ knex }),
    staff: createStaff({ knex, secrets }),
    accounts: createAccounts({ knex, secrets, recordChange }),
    sealOldSecrets: () => sealOldSecrets({ knex, secrets }),
    attempts: createAttempts({ knex }),
    oldRows: createOldRows({ knex }),
    lookalikes: createLookalikes({ knex }),
    pictures: createVenuePictures({ knex }),
    venueTexts: createVenueTexts({ knex, staff: { names }, recordChange }),
    venueSettings: createVenueSettings({ knex, recordChange }),
    calendarFile: (order: OrderView) => calendarFile(order, { publicUrl: config.PUBLIC_URL, paths: LETTER_PATHS }),
    previewLetter: createPreviewLetter({ publicUrl: config.PUBLIC_URL, paths: LETTER_PATHS }),
    printer: createPrinter(),
    signer: createTicketKeys(config.MASTER_KEY, config.TICKET_KEYS),
    files: createProofFiles({
      dir: config.PROOF_DIR,
      masterKeys: { current: { id: 'k1', key: deriveKey(config.MASTER_KEY, 'proofs') }, others: [] },
      fingerprintKey: deriveKey(config.MASTER_KEY, 'fingerprints'),
      walls,
    }),
    provider,
    askServices: {
      inbox: createAskInbox(config.IMAP_URL, ASKING_MS),
      letters: createAskMailer(config.SMTP_URL, ASKING_MS),
      stories: createAskStories(client, ASKING_MS),
      payment: provider.ask,
    },
    returnUrl: (order: string, difference?: { readonly seat: number; readonly payment: string }) =>
      `${config.PUBLIC_URL}${pathOf('orderReturn', { reference: order }, difference && { place: difference.seat, paiement: difference.payment })}`,
    notifyUrl: `${config.PUBLIC_URL}${pathOf('paymentNotification', { provider: provider.name })}`,
    sessions: createSessions({ knex }),
    async close(): Promise<void> {
      clock.stop();
      await mailbox.close();
      await mailReader.close();
      mailer.close();
      await client.connection.close();
      await knex.destroy();
    },
  };
}

interface HouseMailer {
  readonly venues: ReturnType<typeof createVenues>;
  readonly secrets: ReturnType<typeof createSecrets>;
}

/** The venue's name and addresses stand in the catalogue: the mailer is made with the first letter. */
function createHouseMailer(config: Config, { venues, secrets }: HouseMailer): Mailer & { close(): void } {
  let made: ReturnType<typeof createMailer> | undefined;
  return {
    async send(facts, attachments) {
      made ??= await mailer();
      return made.send(facts, attachments);
    },
    close: () => made?.close(),
  };

  async function mailer() {
    const settings = { publicUrl: config.PUBLIC_URL, paths: LETTER_PATHS, secrets, house: await sender() };
    return createMailer({ smtpUrl: config.SMTP_URL, compose: (...letter) => composeLetter(...letter, settings) });
  }

  async function sender() {
    const [first, ...others] = await venues();
    if (!first) throw new Error('No venue is in the catalogue yet: nobody can write letters.');
    // What is about no order leaves from the first venue's address, in the name of whoever runs them all.
    return others.length > 0 ? { ...first, name: first.organizer } : first;
  }
}

/** Where the pages lie that letters lead to. */
const LETTER_PATHS: LetterPaths = {
  customer: (secret, goal) => pathOf('customerLink', { secret }, goal.seat === undefined ? undefined : { place: goal.seat }),
  signIn: (secret) => pathOf('signInLink', { secret }),
  order: (reference) => pathOf('order', { reference }),
  invitation: (secret) => pathOf('deskInvitation', { secret }),
  account: () => pathOf('deskAccount'),
  desk: (reference) => pathOf('deskReview', { reference }),
  deskOrder: (reference) => pathOf('deskOrder', { reference }),
  deskMails: () => pathOf('deskMails'),
  rights: () => pathOf('personalData'),
  terms: (venue) => pathOf('venueTerms', { venue }),
};
