/** The channel and the till of what is sold online. */
export const INTERNET = 'INTERNET';

/** The channel of the counter. */
export const COUNTER = 'GUICHET';

/** The payment method under which a provider's money is counted. */
export const CARD_ONLINE = 'CB INTERNET';

/** The method of an order of which nothing is to be paid. */
export const FREE = 'GRATUIT';

/** Methods that nobody takes across a counter: a provider collects the one, and nothing is collected by the other. */
export const NOT_AT_A_COUNTER: readonly string[] = [CARD_ONLINE, FREE];
