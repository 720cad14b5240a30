import type { Language } from '../../domain/language';

/**
 * Sets a text as it is printed: which blanks must not break and how wide they are (docs/look.md 4). Sources and people type plain
 * blanks and straight apostrophes; nobody has to see invisible characters in a source file.
 */
export function typeset(text: string, language: Language): string {
  const curly = text.includes("'") ? text.replaceAll(/[^\s@]+(?![^\s]*@)/g, (word) => word.replaceAll("'", '’')) : text;
  const bound = curly.replaceAll(BEFORE_UNIT, `$1${NBSP}`).replaceAll(AFTER_WORD, `$1${NBSP}`).replaceAll(HOURS, `$1${NBSP}h${NBSP}$2`);
  if (language === 'en') return bound;
  return bound
    .replaceAll(/ ([;?!]+)(?=\s|$|[»)”])/g, `${NARROW}$1`)
    .replaceAll(/ :(?=\s|$)/g, `${NBSP}:`)
    .replaceAll('« ', `«${NBSP}`)
    .replaceAll(' »', `${NBSP}»`);
}

const NBSP = '\u00A0';
const NARROW = '\u202F';

const MONTHS =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December';
const UNITS = `€|%|Mo|MB|h|am|pm|places?|tickets?|billets?|minutes?|heures?|hours?|jours?|days?|mois|months?|ans|pages?|fois|${MONTHS}`;

const BEFORE_UNIT = new RegExp(`(\\d|\\b1er) (?=(?:${UNITS})(?![\\p{L}\\d])|\\d)`, 'gu');
const AFTER_WORD =
  /(?<![\p{L}\d])(n°|[Pp]laces?|[Tt]ickets?|[Rr]ang|[Rr]ow|[Ff]auteuil|[Ss]eat|page|Tram|Réf\.|Ref\.) (?=\d|[A-Z]{1,2}(?![\p{L}\d]))/gu;
const HOURS = /(\d)\u00A0h (\d\d)(?!\d)/g;
