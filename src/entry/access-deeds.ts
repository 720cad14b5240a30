import { randomBytes, randomUUID } from 'node:crypto';
import { createAskSignInLink } from '../desk/access/ask-sign-in-link';
import { createCorrectAddress } from '../desk/access/correct-address';
import { createManageAccounts } from '../desk/access/manage-accounts';
import { createOpenCustomerLink, createOpenSignInLink } from '../desk/access/open-customer-link';
import { createOwnAccount } from '../desk/access/own-account';
import { createRenewCustomerLink } from '../desk/access/renew-customer-link';
import { createSignIn } from '../desk/access/sign-in';
import type { SendLetter } from '../desk/letters/send-letter';
import { createStaffCredentials } from '../web/desk/staff-credentials';
import type { World } from './wire';

/** Who comes in, by which secret, and how it is taken back. */
export function createAccessDeeds(world: World, sendLetter: SendLetter) {
  const { signInLinks: links } = world;
  const common = { ...world, links, sendLetter, newId: randomUUID, credentials: createStaffCredentials() };
  return {
    openCustomerLink: createOpenCustomerLink(common),
    openSignInLink: createOpenSignInLink(common),
    askSignInLink: createAskSignInLink(common),
    renewCustomerLink: createRenewCustomerLink(common),
    correctAddress: createCorrectAddress(common),
    signIn: createSignIn(common),
    manageAccounts: createManageAccounts({ ...common, newKey }),
    ownAccount: createOwnAccount(common),
  };
}

function newKey(): string {
  return `cmk_${randomBytes(24).toString('base64url')}`;
}
