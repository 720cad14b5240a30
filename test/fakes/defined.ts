export function defined<T>(value: T): Exclude<T, undefined>;
export function defined(value: unknown): unknown {
  if (value === undefined) throw new Error('Something that the test counts on is not there.');
  return value;
}
