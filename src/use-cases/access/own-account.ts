import { Refusal } from '../../domain/refusal';
import type { Account, Accounts } from '../../ports/accounts';
import type { Clock } from '../../ports/clock';
import type { Secrets } from '../../ports/secrets';
import type { Attempts, StaffMember } from '../../ports/staff';
import { deviceOf } from './known-device';
import type { Credentials } from './sign-in';

interface Needs {
  readonly accounts: Pick<Accounts, 'change' | 'invited' | 'accept' | 'signedIn'>;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash' | 'knownDevice'>;
  readonly newId: () => string;
  readonly credentials: Credentials & { hashPassword(password: string): Promise<string> };
  readonly clock: Clock;
}

interface Chosen {
  readonly password: string;
  /** Of the application that is linked now, and a code that it shows: it works before it counts. */
  readonly codeSecret: string;
  readonly code: string;
}

/** What is typed to prove who one is, beside the session. */
interface Proof {
  readonly password: string;
  readonly code: string;
}

export type OwnAccount = ReturnType<typeof createOwnAccount>;

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 500;
/** 20 bytes in base32: RFC 4226 4 asks for 16 at least. */
const CODE_SECRET = /^[A-Z2-7]{32}$/;
const WRONG = { free: 5, longestSeconds: 900, forgetSeconds: 3600 };

/** What people settle of their own access. Whatever is changed here ends their other sessions. */
export function createOwnAccount({ accounts, attempts, secrets, credentials, clock, newId }: Needs) {
  return {
    /** What a browser keeps that they come in with now: the marks of before are of another version. */
    newDevice: (member: StaffMember): string => deviceOf(member, newId(), secrets),

    invited: (secret: string): Promise<Account | undefined> => accounts.invited(secrets.hash(secret), clock.now()),

    /** The invitation is used up with a password and a code that work. */
    async accept(secret: string, { password, codeSecret, code }: Chosen): Promise<number> {
      requirePassword(password);
      await requireCode(codeSecret, code);
      const chosen = { passwordHash: await credentials.hashPassword(password), totpSecret: codeSecret };
      const id = await accounts.accept(secrets.hash(secret), chosen, clock.now());
      if (id === undefined) throw new Refusal('link-expired', 'An invitation that opens nothing, or no longer.');
      // They are in with it: there is no other sign-in.
      await accounts.signedIn(id, clock.now());
      return id;
    },

    async changePassword(member: StaffMember, proof: Proof, next: string): Promise<void> {
      requirePassword(next);
      await requireProof(member, proof);
      await accounts.change(member.id, { passwordHash: await credentials.hashPassword(next) }, byThemselves(member));
    },

    async changeCode(member: StaffMember, proof: Proof, { codeSecret, code }: Omit<Chosen, 'password'>): Promise<void> {
      await requireCode(codeSecret, code);
      await requireProof(member, proof);
      await accounts.change(member.id, { totpSecret: codeSecret }, byThemselves(member));
    },
  };

  /** A session that somebody left open must not be enough to take the account over. */
  async function requireProof({ id, passwordHash, totpSecret }: StaffMember, { password, code }: Proof): Promise<void> {
    await attempts.pace('staff-own-account', `${id}`, { ...WRONG, now: clock.now() });
    const fits = await credentials.verifyPassword(passwordHash, password);
    if (!fits || !(await credentials.verifyCode(totpSecret, bare(code), clock.now())))
      throw new Refusal('code-wrong', 'Password and code are not those of the account.');
    await attempts.forgive('staff-own-account', `${id}`, 'all');
  }

  async function requireCode(secret: string, code: string): Promise<void> {
    const fits = CODE_SECRET.test(secret) && (await credentials.verifyCode(secret, bare(code), clock.now()));
    if (!fits) throw new Refusal('code-wrong', 'Not a code of the application that is linked now.', { field: 'newCode' });
  }

  function byThemselves({ id }: StaffMember) {
    return { by: { role: 'staff', id }, door: 'desk', at: clock.now() } as const;
  }
}

function bare(code: string): string {
  return code.replaceAll(' ', '');
}

function requirePassword(password: string): void {
  const good = password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD;
  if (!good) throw new Refusal('password-too-short', `At least ${SHORTEST_PASSWORD} characters.`, { field: 'password' });
}
