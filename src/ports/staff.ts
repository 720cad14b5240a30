export const ROLES = ['reviewer', 'cashier', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface StaffMember {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly totpSecret: string;
}

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
}

export interface Staff {
  byEmail(email: string): Promise<StaffMember | undefined>;
  byId(id: number): Promise<StaffMember | undefined>;
  /** By the names that actors have in the record (`staff:3`, `reviewer:1`, `api-key:2`), those that are known. */
  names(actors: readonly string[]): Promise<Readonly<Record<string, string>>>;
  add(member: Omit<StaffMember, 'id'>): Promise<number>;
  addApiKey(key: { readonly name: string; readonly role: Role; readonly hash: string; readonly at: string }): Promise<number>;
  apiKeyByHash(hash: string): Promise<ApiKey | undefined>;
}

/** Tries at anything secret, counted in the database so that N replicas share the count (design.md 7). */
export interface Attempts {
  /** Counts one try; refuses with `too-many-tries` beyond `max` within `windowSeconds`. */
  count(door: string, who: string, limit: { readonly max: number; readonly windowSeconds: number; readonly now: string }): Promise<void>;
}
