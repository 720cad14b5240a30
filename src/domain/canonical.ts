/** As JSON, with its names in order, and without what is left out: the same content makes the same text. `undefined` of nothing. */
export function canonical(content: unknown): string | undefined {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
