export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Something that the test counts on is not there.');
  return value;
}
