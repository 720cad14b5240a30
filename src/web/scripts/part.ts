/** A part that the page always has. */
export function part<E extends Element>(kind: new () => E, selector: string, within: ParentNode = document): E {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This page has no ${selector}.`);
}

/** Every part of the page that the selector names. */
export function parts<E extends Element>(kind: new () => E, selector: string, within: ParentNode = document): readonly E[] {
  return [...within.querySelectorAll(selector)].filter((found): found is E => found instanceof kind);
}
