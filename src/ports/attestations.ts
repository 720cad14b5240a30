/** What people confirmed when they accepted a proof: kept as long as the order, with its author and time. */
export interface Attestations {
  /** Before the command itself; the same command again changes nothing. */
  write(attestation: {
    readonly order: string;
    readonly command: string;
    readonly sentence: string;
    readonly by: string;
    readonly at: string;
  }): Promise<void>;
}
