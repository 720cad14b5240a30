/**
 * What no line may break at its hyphen: the reference of an order, with the number of its payment or of its seat, and the identifier of
 * a ticket. Letters and the payment page of the sandbox find it by this; pages mark it where it stands.
 */
export const REFERENCE = /\b(?:CM-)?[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?:[-./]\d+){0,2}\b/;
