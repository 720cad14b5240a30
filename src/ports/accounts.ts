import type { Change } from './settings/venue-settings';
import type { Role } from './staff';

/** Somebody of the venue, whether or not they may come in now. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Retired: not let in, and what they did keeps their name. */
  readonly active: boolean;
  /** Has not chosen a password yet, or has to choose another. */
  readonly invited: boolean;
  readonly signedInAt?: string | undefined;
}

export interface KeyLine {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly revokedAt?: string | undefined;
}

interface NewCredentials {
  readonly passwordHash: string;
  readonly totpSecret: string;
}

interface Invitation {
  readonly hash: string;
  readonly expiresAt: string;
}

export interface AccountChange {
  readonly active?: boolean;
  readonly role?: Role;
  readonly passwordHash?: string;
  readonly totpSecret?: string;
  /** What let them in until now is gone; only this lets them choose anew. */
  readonly invitation?: Invitation;
}

/** Who may come in. Every change ends the sessions of whom it concerns at once, and is kept with who made it. */
export interface Accounts {
  list(): Promise<readonly Account[]>;
  /** A new account that waits for its invitation; refuses an address that has one already with `already-exists`. */
  invite(person: Pick<Account, 'name' | 'email' | 'role'>, invitation: Invitation, change: Change): Promise<number>;
  /** Refuses with `account-not-found`, and with `last-admin`: somebody must be left who can mend a slip. */
  change(id: number, what: AccountChange, change: Change): Promise<void>;
  /** Whose invitation this is, as long as it opens. */
  invited(hash: string, now: string): Promise<Account | undefined>;
  /** Uses the invitation up; `undefined` when it was used meanwhile. */
  accept(hash: string, credentials: NewCredentials, at: string): Promise<number | undefined>;
  signedIn(id: number, at: string): Promise<void>;
  keys(): Promise<readonly KeyLine[]>;
  addKey(key: { readonly name: string; readonly role: Role; readonly hash: string }, change: Change): Promise<number>;
  /** Refuses with `key-not-found`. */
  revokeKey(id: number, change: Change): Promise<void>;
  restoreKey(id: number, change: Change): Promise<void>;
}
