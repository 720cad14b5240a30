import { keptAddress, readMailAddress } from '../domain/mail-address';
import { z } from 'zod';
import { composed, isLine, isParagraph, isReadable } from '../domain/free-text';
import { saying } from './words/field-faults';

/** One schema for what is typed on a page and what a program sends: composed, bounded, and nothing in it that nobody sees. */
const ONE_LINE = saying(
  'Une seule ligne, avec quelque chose à lire et sans signe de commande.',
  'One line, with something to read in it and no control characters.',
);
const READABLE = saying(
  'Il y faut une lettre ou un chiffre : un billet n’imprime pas les emoji.',
  'It needs a letter or a figure: tickets print no emoji.',
);
const LINES = saying('Quelque chose à lire, sans signe de commande.', 'Something to read, without control characters.');

/** May be left empty. */
export function words(most: number) {
  return z.string().overwrite(composed).max(most).refine(isLine, ONE_LINE);
}

export function line(most: number) {
  return z.string().overwrite(composed).min(1).max(most).refine(isLine, ONE_LINE);
}

/** Of what tickets print: a letter or a figure is in it, as in a person's name. */
export function name(most: number) {
  return line(most).refine(isReadable, READABLE);
}

/** The same; may be left empty. */
export function printed(most: number) {
  return words(most).refine(isReadable, READABLE);
}

/** Several lines; may be left empty. */
export function paragraph(most: number) {
  return z.string().overwrite(composed).max(most).refine(isParagraph, LINES);
}

/** Of fifteen figures. */
export const LARGEST_NUMERAL = 999_999_999_999_999;
const NUMERAL = /^[1-9]\d{0,14}$/;

/** A number of ours in the one way that it is written: from 1, and no more than a number can be told apart. */
export function isNumeral(typed: string): boolean {
  return NUMERAL.test(typed);
}

/** In an address or in a field that a page has filled in. */
export function numeral(most = LARGEST_NUMERAL) {
  return z
    .string()
    .refine(
      (typed) => isNumeral(typed) && Number(typed) <= most,
      saying(`Un nombre de 1 à ${most} est attendu, écrit comme 12.`, `A number from 1 to ${most} is expected, written like 12.`),
    )
    .transform(Number);
}

/** The same in both languages. */
export function spoken<S extends z.ZodString>(text: S) {
  return z.strictObject({ fr: text, en: text });
}

/** One plain e-mail address, of any script, as it is kept. */
export function mailAddress() {
  return z
    .string()
    .overwrite(keptAddress)
    .max(254)
    .refine(
      (typed) => readMailAddress(typed) !== undefined,
      saying('Cette adresse e-mail n’est pas complète.', 'This e-mail address is not complete.'),
    );
}
