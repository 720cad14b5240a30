/** An amount in integer euro cents. */
export type Cents = number & { readonly unit: 'cents' };

export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a number becomes an amount
  return amount as Cents;
}

export function total(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}
