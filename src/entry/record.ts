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
import { createProofs } from '../mysql/proofs/proofs';
import { createVenueSettings } from '../mysql/settings/venue-settings';
import { createVenueTexts } from '../mysql/settings/venue-texts';
import { createSignInLinks } from '../mysql/sign-in-links';
import { createReceipts } from '../mysql/till/receipts';
import { createStatistics } from '../mysql/till/statistics';
import { createTicketTemplates } from '../mysql/tickets/ticket-templates';
import { createStoryRecord } from '../mysql/story/story-record';
import type { SettingsOf } from './config';
import { createSecrets, withoutMasterKey } from './keys';
import { createLog, faultName } from './log';

/** A command that uses no secret is given no master key. */
type Settings = SettingsOf<'record'> & Partial<Pick<SettingsOf<'secrets'>, 'MASTER_KEY'>>;

/** What is kept in the database, and the secrets that are sealed in it: enough for most of the command line. */
export function createRecord(config: Settings, patience?: Parameters<typeof connect>[1]) {
  const log = createLog(config.LOG_LEVEL);
  const knex = connect(config.DATABASE_URL, patience);
  const secrets = config.MASTER_KEY === undefined ? withoutMasterKey() : createSecrets(config.MASTER_KEY);
  const orders = createOrders({ knex, secrets });
  const names = createNames({ knex });
  const warn = (what: string, fault: unknown) => log.warn({ fault: faultName(fault) }, what);
  const clock = createDatabaseClock({ knex, warn });
  return {
    ...{ log, knex, secrets, orders, warn, clock },
    venues: createVenues({ knex }),
    catalogue: createCatalogue({ knex, now: () => new Date(clock.now()) }),
    shelves: createShelves({ knex, recordChange }),
    priceGrids: createPriceGrids({ knex, recordChange }),
    changeLog: createChangeLog({ knex, staff: { names } }),
    saleRules: createSaleRules({ knex, recordChange }),
    allocations: createAllocations({ knex, recordChange }),
    saleReadiness: createReadiness({ knex, now: () => new Date(clock.now()) }),
    serviceChecks: createServiceChecks({ knex }),
    publications: createPublications({ knex, recordChange }),
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
    sessions: createSessions({ knex }),
    async close(): Promise<void> {
      clock.stop();
      await knex.destroy();
    },
  };
}
