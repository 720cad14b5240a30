import { clauseAt } from './clauses';
import type { Clause } from './clauses';
import { KNOWN_WORDS } from './rules';
import type { SeatWord } from './seats';
import { sentencesOf } from './sentences';
import type { Sentence } from './sentences';

/**
 * The text without the lines of a signature at its end that no closing formula announces: a name, a service, a telephone
 * number. A lone unknown word is no signature: « Attendez » must not be taken for a name.
 */
export function withoutSignature(text: string): string {
  const lines = text.split('\n');
  let end = lines.length;
  while (end > 1 && (isSignatureLine(lines[end - 1] ?? '') || isNameApart(lines, end - 1))) end -= 1;
  return lines.slice(0, end).join('\n');
}

/** A line under the signature, or between quoted lines, that decides something or takes it back. */
export function isSecondThought(line: string): boolean {
  const [first, ...others] = sentencesOf(line);
  if (!first) return false;
  if ([first, ...others].some((sentence) => HOLDS_BACK.test(sentence.line))) return true;
  const clause = clauseAt(first.words, first.line, 0);
  if (!clause || !DECIDING.has(clause.kind)) return false;
  const rest = first.words.length - clause.to;
  // « Accord Majeur Productions » is a company; « non, ne validez pas » is not.
  return clause.kind !== 'approve' || (rest === 0 && others.length === 0);
}

const HOLDS_BACK =
  /^(?:(?:et|mais|donc|but|and) )?(?:p ?\.? ?s\b|ps|post-scriptum|nb|n ?\. ?b\b|finalement|en fait|attend|annul|stop|sauf|mais|par contre|refus|oups|erreur|actually|wait|but|sorry|seulement|uniquement|only|except|excepte|hormis|a part|a (?:revoir|verifier)\b|ne (?:\S+ )?(?:valid|accept|envoy|liber)|je (?:reviens|regarde|verifie|revois|me suis)\b|en attente|plus tard|# (?:a (?:revoir|verifier)|plus tard|en attente|seulement|uniquement|only)\b)/;

const DECIDING: ReadonlySet<Clause['kind']> = new Set([
  'approve',
  'refuse',
  'more-info',
  'check-at-door',
  'reason',
  'undo',
  'request',
] as const);

/** What a signature says besides names: the house, the service, the function. */
const NOUNS = new Set(
  (
    'service responsable charge chargee assistant assistante adjoint adjointe attache attachee directeur directrice direction secretaire regisseur ' +
    'hote hotesse equipe billetterie accueil caisse theatre opera scene centre culturel culturelle culture nationale national pole bureau administration ' +
    'relation relations publique publiques public publics production communication mairie ville commune association festival compagnie maison espace ' +
    'salle mediatheque universite jeunesse developpement action box office ticketing team manager poste tel telephone fax mob mobile port portable standard logo'
  ).split(' '),
);
const SMALL = new Set("le la l' les du de des d' au aux et avec en pour sur the of and".split(' '));

/** A street with its number, or a town with its postal code. */
const ADDRESS =
  /^\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|place|avenue|boulevard|bd|av\.?|quai|cours|chemin|all[ée]e|impasse|route|square) (?:d[eu]s? |de |l['’]|d['’])|^[\p{L}\d\s,.'’–-]{0,60}\b\d{5}\b [\p{L}\s-]{2,40}$/iu;
const TELEPHONE = /^(?:[\p{L}.: ]{0,12}\+?\d[\d .()-]{7,20}[ /|,;-]{0,5}){1,3}$/u;
const INITIALS = /^(?:\p{Lu}\.? ?-?){1,3}(?:\p{Lu}[\p{L}-]+)?$/u;

function isSignatureLine(line: string): boolean {
  const bare = line.trim();
  if (/^[-–—_*=~|\s]*$/.test(bare)) return true;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(bare) || /^\S+@\S+\.\S+$/.test(bare) || TELEPHONE.test(bare) || ADDRESS.test(bare)) return true;
  const [only, ...others] = sentencesOf(line);
  if (!only || only.end === '?') return false;
  // « S. Martin », « SM »; but « KO » and « NON » are answers.
  if (INITIALS.test(bare) && bare.length <= 30)
    return (bare.includes('.') || bare.length <= 2) && !only.words.some(({ norm }) => isAnswer(norm));
  if (others.length > 0) return false;
  return only.line.startsWith('@') && only.words.length === 1 ? true : isTitleLine(only);
}

/** « Naïma Roussel » under an empty line: two or three capitalised words, none of which the grammar knows. */
function isNameApart(lines: readonly string[], at: number): boolean {
  const words = (lines[at] ?? '').trim().split(/\s+/);
  const isName = words.every((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word));
  return (lines[at - 1] ?? '').trim() === '' && words.length > 1 && words.length < 4 && isName && !isKnown(lines[at] ?? '');
}

function isKnown(line: string): boolean {
  return sentencesOf(line).some(({ words }) => words.some(({ norm }) => isAnswer(norm) || norm === '#'));
}

/** Only names, small words and at least one noun of a house or function; or a name with what follows a comma. */
function isTitleLine({ words }: Sentence): boolean {
  const isOwn = ({ norm, capital }: SeatWord) =>
    norm === '@' || NOUNS.has(norm) || SMALL.has(norm) || /^[^\p{L}\d]+$/u.test(norm) || (capital && !KNOWN_WORDS.has(norm));
  return words.every(isOwn) && words.some(({ norm }) => NOUNS.has(norm));
}

function isAnswer(norm: string): boolean {
  return KNOWN_WORDS.has(norm) && norm.length > 1;
}
