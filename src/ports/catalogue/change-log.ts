/** One change of the catalogue or of the settings. `undefined`: not there before, or no more after. */
interface LoggedChange {
  readonly id: number;
  readonly at: string;
  /** `api-key:2`, and the name under which it is known. */
  readonly actor: string;
  readonly who?: string | undefined;
  readonly door: string;
  readonly kind: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface ChangeFilter {
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  /** Older than this change. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface ChangeLog {
  /** Newest first. */
  list(filter: ChangeFilter): Promise<readonly LoggedChange[]>;
}
