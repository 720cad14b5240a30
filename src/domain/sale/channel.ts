/** The channel and the till of what is sold online. */
export const INTERNET = 'INTERNET';

/** The channel of the counter. */
export const COUNTER = 'GUICHET';

/** The payment method under which a provider's money is counted. */
export const CARD_ONLINE = 'CB INTERNET';

/** How money comes in at the counter. */
export const COUNTER_METHODS = ['ESPECES', 'CB GUICHET'] as const;
export type CounterMethod = (typeof COUNTER_METHODS)[number];
