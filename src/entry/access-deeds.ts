import { randomBytes, randomUUID } from 'node:crypto';
import { createAskSignInLink } from '../use-cases/access/ask-sign-in-link';
import { createCorrectAddress } from '../use-cases/access/correct-address';
import { createManageAccounts } from '../use-cases/access/manage-accounts';
import { createOpenCustomerLink, createOpenSignInLink } from '../use-cases/access/open-customer-link';
import { createOwnAccount } from '../use-cases/access/own-account';
import { createRenewCustomerLink } from '../use-cases/access/renew-customer-link';
import { createSignIn } from '../use-cases/access/sign-in';
import { createStaffCredentials } from '../web/sign-in/staff-credentials';
import type { Deeds } from './deeds';
import type { World } from './wire';

/** Who comes in, by which secret, and how it is taken back. */
export function createAccessDeeds(world: World, { sendLetter, changeOrder }: Pick<Deeds, 'sendLetter' | 'changeOrder'>) {
  const { signInLinks: links } = world;
  const common = { ...world, links, sendLetter, changeOrder, newId: randomUUID, credentials: createStaffCredentials() };
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

export function newKey(): string {
  return `cmk_${randomBytes(24).toString('base64url')}`;
}
