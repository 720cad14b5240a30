import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { Secrets } from '../../ports/secrets';
import type { Attempts, Staff, StaffMember } from '../../ports/staff';

/** How passwords and one-time codes are checked; both take time on purpose. */
export interface Credentials {
  verifyPassword(hash: string, password: string): Promise<boolean>;
  verifyCode(secret: string, code: string): Promise<boolean>;
  /** The hash of no password: somebody unknown takes as long as somebody known. */
  readonly nobodysHash: string;
}

interface Needs {
  readonly staff: Pick<Staff, 'byEmail'>;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly credentials: Credentials;
  readonly clock: Clock;
}

export type SignIn = (typed: {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  /** Where the try comes from, hashed. */
  readonly who: string;
}) => Promise<StaffMember>;

/** Longer than a code is good for, clock drift included. */
const CODE_LIVES_SECONDS = 180;

const BY_PERSON = { max: 10, windowSeconds: 900 };
const BY_PLACE = { max: 50, windowSeconds: 900 };

/** Password and code are judged together: which of them was wrong is nobody's business. */
export function createSignIn({ staff, attempts, secrets, credentials, clock }: Needs): SignIn {
  return async ({ email, password, code, who }) => {
    const address = email.trim().toLowerCase();
    await attempts.count('staff-sign-in', secrets.hash(address), { ...BY_PERSON, now: clock.now() });
    await attempts.count('staff-sign-in-from', who, { ...BY_PLACE, now: clock.now() });
    const member = await staff.byEmail(address);
    const passwordFits = await credentials.verifyPassword(member?.passwordHash ?? credentials.nobodysHash, password);
    const codeFits = member !== undefined && (await credentials.verifyCode(member.totpSecret, code.replaceAll(' ', '')));
    if (!member || !passwordFits || !codeFits) throw new Refusal('code-wrong', 'Address, password and code do not belong together.');
    await useOnce(member, code.replaceAll(' ', ''));
    return member;
  };

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
