/** As long as the column. */
const LENGTH = 120;

/**
 * Under what an order is found: the customer's name begun at each of its words, so that « rous » finds Camille Roussel,
 * and the e-mail address. Accents and capitals make no difference: the column's collation sees to that.
 */
export function searchTerms({ name, email }: { readonly name: string; readonly email: string }): readonly string[] {
  const words = wordsOf(name);
  const turned = words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(' '));
  return [...turned, email.toLowerCase()].map((term) => term.slice(0, LENGTH));
}

/** What somebody typed, in the shape of a term. */
export function asTyped(text: string): string {
  return (text.includes('@') ? text.trim().toLowerCase() : wordsOf(text).join(' ')).slice(0, LENGTH);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
