import { refuseFaults } from '../catalogue/refused-entry';
import type { Language, Wording } from '../language';
import type { TextField, TextSheet } from './field';
import { fieldName, fieldsIn, loneField, LONGEST_PAGE, LONGEST_TEXT, parseText } from './venue-text';

/** What a text may name, those that it must name first. */
export function fieldsOf({ fields }: TextSheet): readonly TextField[] {
  const named = Object.entries(fields).map(([name, field]) => ({ name, ...field }));
  return named.toSorted((one, other) => Number(other.required ?? false) - Number(one.required ?? false));
}

export type TextProblem =
  | { readonly problem: 'empty' | 'brace' }
  | { readonly problem: 'too-long'; readonly limit: number }
  | { readonly problem: 'unknown-field' | 'missing-field' | 'not-alone' | 'twice'; readonly field: string };

/** All that keeps a text from being sent, in the order in which one mends it; nothing when it can be. */
export function textProblems(sheet: TextSheet, text: string): readonly TextProblem[] {
  if (text === '') return [{ problem: 'empty' }];
  const limit = sheet.page ? LONGEST_PAGE : LONGEST_TEXT;
  const limits: readonly TextProblem[] = text.length > limit ? [{ problem: 'too-long', limit }] : [];
  const stray: readonly TextProblem[] = /[{}]/.test(text.replaceAll(/\{[^{}\n]*\}/g, '')) ? [{ problem: 'brace' }] : [];
  return [...limits, ...stray, ...fieldProblems(sheet, text)];
}

function fieldProblems(sheet: TextSheet, text: string): readonly TextProblem[] {
  const paragraphs = parseText(text);
  const used = paragraphs.flatMap(fieldsIn);
  const known = fieldsOf(sheet);
  const byName = new Map(known.map((field) => [fieldName(field.name), field]));
  const unknown = [...new Set(used)].filter((name) => !byName.has(name));
  const alone = paragraphs.map(loneField);
  const crowded = paragraphs.flatMap((paragraph, index) => fieldsIn(paragraph).filter((name) => alone[index] !== name));
  const blocks = known.filter(({ block }) => block);
  const timesUsed = (field: TextField) => used.filter((name) => name === fieldName(field.name)).length;
  return [
    ...unknown.map((field) => ({ problem: 'unknown-field', field }) as const),
    ...known
      .filter((field) => field.required && timesUsed(field) === 0)
      .map(({ name }) => ({ problem: 'missing-field', field: name }) as const),
    ...blocks.filter(({ name }) => crowded.includes(fieldName(name))).map(({ name }) => ({ problem: 'not-alone', field: name }) as const),
    ...blocks.filter((field) => timesUsed(field) > 1).map(({ name }) => ({ problem: 'twice', field: name }) as const),
  ];
}

/**
 * Whether ours is said in its place: it can no longer be filled. A page that only names less than is asked now goes on saying what buyers
 * accept; the readiness asks for the rest.
 */
export function givesWay(sheet: TextSheet, text: string): boolean {
  return textProblems(sheet, text).some(({ problem }) => !(sheet.page && problem === 'missing-field'));
}

/**
 * What is said. A text that this release can no longer fill (a field it names is gone) gives way to the original: a letter
 * that leaves in our words is better than none. The page of the texts says so.
 */
export function textToSay(sheet: TextSheet, language: Language, own: string | undefined): string {
  return own !== undefined && !givesWay(sheet, own) ? own : sheet.text[language];
}

/** Names every problem at once, where the text, or the version that holds it, stood in what was sent. */
export function requireText(sheet: TextSheet, text: string, pointer: '#/text' | '#/version' = '#/text'): void {
  refuseFaults(
    textProblems(sheet, text).map((problem) => ({ pointer, says: problemWords(problem) })),
    'text-not-accepted',
  );
}

export function problemWords(problem: TextProblem): Wording {
  switch (problem.problem) {
    case 'empty':
      return {
        fr: 'Le texte est vide : écrivez-le, ou revenez au texte d’origine.',
        en: 'The text is empty: write it, or go back to the original.',
      };
    case 'brace':
      return { fr: 'Une accolade est seule : un champ s’écrit entre deux accolades, sur une même ligne.', en: 'A brace stands alone: a field is written between two braces, on one line.' }; // prettier-ignore
    case 'too-long':
      return { fr: `Le texte dépasse ${problem.limit} signes.`, en: `The text is longer than ${problem.limit} characters.` };
    case 'unknown-field':
      return { fr: `« {${problem.field}} » n’est pas un champ de ce texte.`, en: `“{${problem.field}}” is not a field of this text.` };
    case 'missing-field':
      return { fr: `Il manque « {${problem.field}} », dont ce texte ne peut pas se passer.`, en: `“{${problem.field}}” is missing, and this text cannot do without it.` }; // prettier-ignore
    case 'not-alone':
      return {
        fr: `« {${problem.field}} » doit être seul dans son paragraphe.`,
        en: `“{${problem.field}}” must be alone in its paragraph.`,
      };
    case 'twice':
      return { fr: `« {${problem.field}} » est écrit deux fois.`, en: `“{${problem.field}}” is written twice.` };
  }
}
