import { randomUUID } from 'node:crypto';
import { createAskSignInLink } from '../../src/use-cases/access/ask-sign-in-link';
import { createCorrectAddress } from '../../src/use-cases/access/correct-address';
import { createManageAccounts } from '../../src/use-cases/access/manage-accounts';
import { createOpenCustomerLink, createOpenSignInLink } from '../../src/use-cases/access/open-customer-link';
import type { ChangeOrder } from '../../src/use-cases/change-order';
import { createOwnAccount } from '../../src/use-cases/access/own-account';
import { createRenewCustomerLink } from '../../src/use-cases/access/renew-customer-link';
import { createSignIn } from '../../src/use-cases/access/sign-in';
import { createStaffCredentials } from '../../src/web/sign-in/staff-credentials';
import type { fakeAttempts, fakeStaff } from '../fakes/access';
import { fakeSignInLinks } from '../fakes/access';
import type { fakeAccounts } from '../fakes/accounts';
import type { stoppedClock } from '../fakes/clock';
import type { fakeLetterBox } from '../fakes/letters';
import type { fakeOrders } from '../fakes/orders';
import type { fakeSecrets } from '../fakes/secrets';
import type { fakeVenueSettings } from '../fakes/settings';

const credentials = createStaffCredentials();

interface Given {
  readonly orders: ReturnType<typeof fakeOrders>;
  readonly attempts: ReturnType<typeof fakeAttempts>;
  readonly staff: ReturnType<typeof fakeStaff>;
  readonly accounts: ReturnType<typeof fakeAccounts>;
  readonly venueSettings: ReturnType<typeof fakeVenueSettings>;
  readonly secrets: ReturnType<typeof fakeSecrets>;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly letters: ReturnType<typeof fakeLetterBox>;
  readonly changeOrder: Pick<ChangeOrder, 'sendTicketsAgain'>;
}

/** Who comes in, on a world in memory; letters are written and not sent. */
export function accessDeeds(given: Given) {
  const sendLetter = () => Promise.resolve('sent' as const);
  const common = { ...given, links: fakeSignInLinks(), credentials, newId: randomUUID, sendLetter, warn: () => undefined };
  return {
    openCustomerLink: createOpenCustomerLink(common),
    openSignInLink: createOpenSignInLink(common),
    askSignInLink: createAskSignInLink(common),
    signIn: createSignIn(common),
    manageAccounts: createManageAccounts({ ...common, newKey: () => 'cmk_made_in_a_test' }),
    ownAccount: createOwnAccount(common),
    renewCustomerLink: createRenewCustomerLink(common),
    correctAddress: createCorrectAddress(common),
  };
}
