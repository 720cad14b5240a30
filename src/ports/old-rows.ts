/** What the record itself forgets as time goes by (docs/domain.md 6.2). The files of proofs are `Proofs`' affair. */
export interface OldRows {
  /** May be cut anywhere and run again. Returns how many rows were deleted or emptied. */
  forget(now: string): Promise<number>;
}
