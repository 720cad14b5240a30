/** What browsers were let in to, kept for all replicas. When a session is over is told by the store's own clock. */
export interface Sessions {
  /** What was kept, as it was given; `undefined` when there is none such, or it is over. */
  find(id: string): Promise<string | undefined>;
  keep(id: string, session: KeptSession): Promise<void>;
  prolong(id: string, seconds: number): Promise<void>;
  forget(id: string): Promise<void>;
}

interface KeptSession {
  /** JSON. */
  readonly content: string;
  readonly seconds: number;
  /** Whose it is, when somebody of the venue has signed in with it. */
  readonly staff?: number | undefined;
}
