export const ROLES = ['reviewer', 'cashier', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who may come in. */
export interface StaffMember {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Empty while an invitation waits for an answer. */
  readonly passwordHash: string;
  readonly totpSecret: string;
  /** Raised with every change of what lets them in: sessions and devices of another version are worth nothing. */
  readonly accessVersion: number;
}

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
}

/** Whoever is let in: nobody here was retired, no key revoked. */
export interface Staff {
  byEmail(email: string): Promise<StaffMember | undefined>;
  byId(id: number): Promise<StaffMember | undefined>;
  /** By the names that actors have in the record (`staff:3`, `reviewer:1`, `api-key:2`), those that are known, retired ones too. */
  names(actors: readonly string[]): Promise<Readonly<Record<string, string>>>;
  add(member: Omit<StaffMember, 'id' | 'accessVersion'>): Promise<number>;
  addApiKey(key: { readonly name: string; readonly role: Role; readonly hash: string; readonly at: string }): Promise<number>;
  apiKeyByHash(hash: string): Promise<ApiKey | undefined>;
}

/** How tries at one door are slowed down: the first few are free, then each waits twice as long as the one before. */
export interface Pace {
  readonly free: number;
  readonly longestSeconds: number;
  /** After so long without a try all is forgotten. */
  readonly forgetSeconds: number;
  readonly now: string;
}

/** Tries at anything secret, counted in the database so that N replicas share the count (docs/architecture.md 7). */
export interface Attempts {
  /** Counts one try; refuses with `too-many-tries` beyond `max` within `windowSeconds`. */
  count(door: string, who: string, limit: { readonly max: number; readonly windowSeconds: number; readonly now: string }): Promise<void>;
  /** Counts one try before it is judged, and tells which it is; refuses with `too-many-tries` one that comes too early. */
  pace(door: string, who: string, pace: Pace): Promise<number>;
  /** That try was right: it is as if it had not been counted, or as if none had. */
  forgive(door: string, who: string, which: 'that-one' | 'all'): Promise<void>;
}
