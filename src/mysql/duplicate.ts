/** A unique key was taken already. */
export function isDuplicate(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ER_DUP_ENTRY';
}
