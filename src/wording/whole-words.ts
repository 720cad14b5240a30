/**
 * What no line may break at its hyphen: the reference of an order, with the number of its payment or of its seat, and the identifier of
 * a ticket. Letters and the payment page of the sandbox find it by this; pages mark it where it stands.
 */
export const REFERENCE = /\b(?:CM-)?[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?:[-./]\d+){0,2}\b/;

/** A number that is dialled: of ten figures in France, or after the code of a country. */
const TELEPHONE = /(?<![\d-])(?:\+\d{1,3}|0)(?:[ .\u00a0\u202f-]?\d{1,3}){3,6}(?!\d)/;

/** The receipt of a declaration by which somebody may put on shows: PLATESV-D-2024-001172, L-R-20-003412. */
const LICENCE = /\b[A-Z]+-[A-Z]-\d+(?:-\d+)*\b/;

/** What somebody dials, copies or looks up: of one line, where a line holds it. */
export const WHOLE_WORD = new RegExp([REFERENCE, TELEPHONE, LICENCE].map(({ source }) => source).join('|'));
