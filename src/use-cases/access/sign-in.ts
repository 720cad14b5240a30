import { keptAddress } from '../../domain/mail-address';
import { Refusal } from '../../domain/refusal';
import type { Accounts } from '../../ports/accounts';
import type { Clock } from '../../ports/clock';
import type { Letters } from '../../ports/mail/letters';
import type { Secrets } from '../../ports/secrets';
import type { Attempts, Staff, StaffMember } from '../../ports/staff';
import type { SendLetter } from '../letters/send-letter';
import { deviceOf, isDeviceOf } from './known-device';

/** How passwords and one-time codes are checked; both take time on purpose. */
export interface Credentials {
  verifyPassword(hash: string, password: string): Promise<boolean>;
  /** `now`: the clock that all processes share. */
  verifyCode(secret: string, code: string, now: string): Promise<boolean>;
  /** The hash of no password: somebody unknown takes as long as somebody known. */
  readonly nobodysHash: string;
}

export interface SignInNeeds {
  readonly staff: Pick<Staff, 'byEmail'>;
  readonly accounts: Pick<Accounts, 'signedIn'>;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash' | 'knownDevice'>;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly letters: Pick<Letters, 'write'>;
  readonly sendLetter: SendLetter;
  readonly newId: () => string;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

interface Typed {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  /** Where the try comes from, hashed. */
  readonly who: string;
  /** What this browser keeps of those who came in with it before. */
  readonly devices: readonly string[];
}

export type SignIn = (typed: Typed) => Promise<{ readonly member: StaffMember; readonly device: string }>;

/** Longer than a code is good for, clock drift included. */
const CODE_LIVES_SECONDS = 180;

const HOUR = 3600;
/** One address that tries one account; and one that tries many. */
const BY_PLACE_AND_PERSON = { free: 5, longestSeconds: 900, forgetSeconds: HOUR };
const BY_PLACE = { max: 50, windowSeconds: 900 };
/** One account, tried from everywhere at once: a code of six digits bears no more. */
const BY_PERSON = { free: 50, longestSeconds: 60, forgetSeconds: HOUR };
const BY_DEVICE = { free: 10, longestSeconds: 300, forgetSeconds: HOUR };
/** So many failures in an hour are told to the owner of the account. */
const TOLD_AT = 10;

/**
 * Password and code are judged together: which of them was wrong is nobody's business. A stranger who tries somebody's
 * account slows down strangers alone: a browser that its owner has come in with before has a count of its own.
 */
export function createSignIn(needs: SignInNeeds): SignIn {
  const { staff, accounts, attempts, secrets, credentials, clock, newId } = needs;
  return async ({ email, password, code, who, devices }) => {
    const address = keptAddress(email);
    const member = await staff.byEmail(address);
    const known = member && devices.find((device) => isDeviceOf(member, device, secrets));
    const doors = known === undefined ? strangersDoors(address, who) : [{ door: 'staff-device', who: known, pace: BY_DEVICE }];
    if (known === undefined) await attempts.count('staff-sign-in-from', who, { ...BY_PLACE, now: clock.now() });
    for (const { door, who: whose, pace } of doors) {
      const tries = await attempts.pace(door, whose, { ...pace, now: clock.now() });
      if (member && door === 'staff-sign-in' && tries === TOLD_AT) await tellOwner(member, needs);
    }
    const typed = code.replaceAll(' ', '');
    const passwordFits = await credentials.verifyPassword(member?.passwordHash || credentials.nobodysHash, password);
    const codeFits = member !== undefined && (await credentials.verifyCode(member.totpSecret, typed, clock.now()));
    if (!member || member.passwordHash === '' || !passwordFits || !codeFits)
      throw new Refusal('code-wrong', 'Address, password and code do not belong together.');
    await useOnce(member, typed);
    for (const { door, who: whose } of doors) await attempts.forgive(door, whose, door === 'staff-sign-in' ? 'that-one' : 'all');
    await accounts.signedIn(member.id, clock.now());
    return { member, device: known ?? deviceOf(member, newId(), secrets) };
  };

  function strangersDoors(address: string, who: string) {
    return [
      { door: 'staff-sign-in-pair', who: `${who} ${secrets.hash(address)}`, pace: BY_PLACE_AND_PERSON },
      { door: 'staff-sign-in', who: secrets.hash(address), pace: BY_PERSON },
    ];
  }

  /** A one-time code is good once (RFC 6238 5.2): who looked over a shoulder comes too late. */
  async function useOnce({ id }: StaffMember, code: string): Promise<void> {
    try {
      await attempts.count('staff-code', secrets.hash(`${id}:${code}`), { max: 1, windowSeconds: CODE_LIVES_SECONDS, now: clock.now() });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      throw new Refusal('code-wrong', 'This one-time code was already used.');
    }
  }
}

/** Once a day at most: the day is part of the letter's key. */
async function tellOwner({ id, email }: StaffMember, { letters, sendLetter, clock, warn }: SignInNeeds): Promise<void> {
  const at = clock.now();
  const about = { command: `${id}-${at.slice(0, 10)}` };
  const key = await letters.write({ kind: 'sign-in-tries', about, language: 'fr', to: email, at });
  // Not awaited: the time of the answer would tell that this address has an account.
  sendLetter(key).catch((fault: unknown) => warn('news of tries to sign in to be sent by the sweep', fault));
}
