import { createAskInbox, createAskMailer } from '../mail/ask-hosts';
import { createImapMailbox } from '../mail/imap-mailbox';
import { createMailReader } from '../replies/reader';
import { textSheet } from '../letters/letters';
import { createPreviewLetter } from '../letters/preview/preview-letter';
import type { OrderView } from '../domain/order-view';
import { calendarFile } from '../letters/calendar-file';
import { createSandboxBook } from '../mysql/payments/sandbox-book';
import { createPictureShrinker } from '../files/shrink-picture';
import { createProofFiles } from '../files/proof-files';
import { openWalls } from '../files/walls';
import { createPrinter } from '../pdf/printer';
import { PROVIDERS } from '../payment/providers';
import { createPayments } from '../mysql/payments/payments';
import { createAskStories } from '../temporal/ask-stories';
import { connectLazily } from '../temporal/connect';
import { createOrderRuns } from '../temporal/order-runs';
import { pathOf, ROUTES } from '../web/paths';
import type { Config } from './config';
import { deriveKey, deriveKeyPair } from './keys';
import { createTicketKeys } from './ticket-keys';
import { createHouseMailer, LETTER_PATHS } from './house-mailer';
import { createRecord } from './record';

/** A server outside the house has so long to answer whether it is there. */
const ASKING_MS = 10_000;

export type World = ReturnType<typeof createWorld>;

/** Every adapter of this process, built once: nobody else builds one. Nothing is connected before it is used. */
export function createWorld(config: Config, patience?: Parameters<typeof createRecord>[1]) {
  const record = createRecord(config, patience);
  const { knex, secrets, venues, clock, warn } = record;
  const client = connectLazily({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE, tls: config.TEMPORAL_TLS });
  const mailer = createHouseMailer(config, { venues, secrets });
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
    ...record,
    ...{ client, mailer, mailbox, mailReader, walls },
    payments: createPayments({ knex, provider: provider.name, method: 'CB INTERNET' }),
    runs: createOrderRuns(client),
    shrinker: createPictureShrinker(walls),
    calendarFile: (order: OrderView) => calendarFile(order, { publicUrl: config.PUBLIC_URL, paths: LETTER_PATHS }),
    textSheet,
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
    async close(): Promise<void> {
      await mailbox.close();
      await mailReader.close();
      mailer.close();
      await client.connection.close();
      await record.close();
    },
  };
}
