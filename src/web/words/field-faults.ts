import type { z } from 'zod';
import type { Language, Wording } from '../../domain/language';
import { typeset } from '../../wording/typography';

type Issue = z.core.$ZodIssue;

/** What is wrong with one field, for a person: a schema that asks for more than zod knows carries its own words in `params.says`. */
export function fieldWords(issue: Issue, language: Language): string {
  const { fr, en } = ownWords(issue) ?? wordsOf(issue);
  return language === 'fr' ? typeset(fr) : en;
}

/** For `refine`: the words of a rule that only this schema has. */
export function saying(fr: string, en: string): { readonly params: { readonly says: Wording } } {
  return { params: { says: { fr, en } } };
}

function ownWords(issue: Issue): Wording | undefined {
  const says: unknown = issue.code === 'custom' ? issue.params?.['says'] : undefined;
  if (typeof says !== 'object' || says === null || !('fr' in says) || !('en' in says)) return undefined;
  return { fr: String(says.fr), en: String(says.en) };
}

function wordsOf(issue: Issue): Wording {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : wrongType(issue.expected, issue.input);
    case 'too_small':
      return bound(issue.origin, issue.inclusive === false ? 'moreThan' : 'least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? 'lessThan' : 'most', issue.maximum);
    case 'invalid_value': {
      if (issue.input === undefined) return MISSING;
      const values = issue.values.slice(0, MOST_NAMED).map(String).join(', ');
      return { fr: `Une de ces valeurs est attendue : ${values}.`, en: `One of these is expected: ${values}.` };
    }
    case 'invalid_format':
      return FORMATS[issue.format] ?? { fr: 'Ce n’est pas écrit comme attendu.', en: 'This is not written as expected.' };
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, MOST_NAMED).join(', ');
      return { fr: `Ce nom n’est pas lu ici : ${keys}.`, en: `This name is not read here: ${keys}.` };
    }
    case 'not_multiple_of':
      return { fr: `Un multiple de ${issue.divisor} est attendu.`, en: `A multiple of ${issue.divisor} is expected.` };
    case 'custom':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return UNREADABLE;
  }
}

/** A name that a query has twice is a list, too. */
function wrongType(expected: string, input: unknown): Wording {
  if (Array.isArray(input) && expected !== 'object') return ONE_VALUE;
  return TYPES[expected] ?? UNREADABLE;
}

const MOST_NAMED = 40;
const ONE_VALUE = { fr: 'Une seule valeur est attendue.', en: 'One value only is expected.' };
const MISSING = { fr: 'Ce champ manque.', en: 'This field is missing.' };
const UNREADABLE = { fr: 'Ce champ n’est pas lisible.', en: 'This field cannot be read.' };

const TYPES: Readonly<Record<string, Wording>> = {
  string: { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  number: { fr: 'Un nombre est attendu.', en: 'A number is expected.' },
  int: { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  boolean: { fr: '« true » ou « false » est attendu.', en: '“true” or “false” is expected.' },
  array: { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  object: { fr: 'Un objet est attendu.', en: 'An object is expected.' },
};

const FORMATS: Readonly<Record<string, Wording>> = {
  email: { fr: 'Cette adresse e-mail n’est pas complète.', en: 'This e-mail address is not complete.' },
  datetime: {
    fr: 'Une date et une heure sont attendues, comme 2027-01-16T19:30:00Z.',
    en: 'A date and a time are expected, like 2027-01-16T19:30:00Z.',
  },
  date: { fr: 'Une date est attendue, comme 2027-01-16.', en: 'A date is expected, like 2027-01-16.' },
  uuid: { fr: 'Un identifiant UUID est attendu.', en: 'A UUID is expected.' },
};

const UNITS: Readonly<Record<string, Wording>> = {
  string: { fr: ' caractère', en: ' character' },
  array: { fr: ' élément', en: ' item' },
};

const BOUNDS = {
  least: { fr: 'Au moins', en: 'At least' },
  most: { fr: 'Au plus', en: 'At most' },
  moreThan: { fr: 'Plus de', en: 'More than' },
  lessThan: { fr: 'Moins de', en: 'Less than' },
} satisfies Record<string, Wording>;

function bound(origin: string, kind: keyof typeof BOUNDS, limit: number | bigint): Wording {
  if (kind === 'least' && origin === 'string' && Number(limit) === 1) return { fr: 'Ce champ est vide.', en: 'This field is empty.' };
  const unit = UNITS[origin];
  const s = Number(limit) > 1 ? 's' : '';
  const counted = (language: Language) => (unit ? `${limit}${unit[language]}${s}` : `${limit}`);
  return { fr: `${BOUNDS[kind].fr} ${counted('fr')}.`, en: `${BOUNDS[kind].en} ${counted('en')}.` };
}
