/** An amount in integer euro cents. */
export type Cents = number & { readonly unit: 'cents' };

export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a number becomes an amount
  return amount as Cents;
}

/** An amount in so many shares of whole cents that add up to it; the first takes what is left over. */
export function sharesOf(amount: Cents, count: number): readonly Cents[] {
  const share = Math.floor(amount / count);
  return Array.from({ length: count }, (_, index) => cents(index === 0 ? amount - share * (count - 1) : share));
}

export function total(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}
