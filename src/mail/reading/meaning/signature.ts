import { clauseAt } from './clauses';
import type { Clause } from './clauses';
import { sentencesOf } from './sentences';

/**
 * The text without the lines of a signature at its end that no closing formula announces: a name, a service, a telephone
 * number. A lone unknown word is no signature: « Attendez » must not be taken for a name.
 */
export function withoutSignature(text: string): string {
  const lines = text.split('\n');
  let end = lines.length;
  while (end > 1 && isSignatureLine(lines[end - 1] ?? '')) end -= 1;
  return lines.slice(0, end).join('\n');
}

/** A line under the signature, or between quoted lines, that decides something or takes it back. */
export function isSecondThought(line: string): boolean {
  const [first, ...others] = sentencesOf(line);
  if (!first) return false;
  if (
    /^(?:p ?\.? ?s\b|ps|post-scriptum|nb|n ?\. ?b\b|finalement|en fait|attend|annul|stop|sauf|mais|par contre|refus|oups|erreur|actually|wait|but|sorry)/.test(
      first.line,
    )
  )
    return true;
  const clause = clauseAt(first.words, first.line, 0);
  if (!clause || !DECIDING.has(clause.kind)) return false;
  const rest = first.words.length - clause.to;
  // « Accord Majeur Productions » is a company; « non, ne validez pas » is not.
  return clause.kind !== 'approve' || (rest === 0 && others.length === 0);
}

const DECIDING: ReadonlySet<Clause['kind']> = new Set([
  'approve',
  'refuse',
  'more-info',
  'check-at-door',
  'reason',
  'undo',
  'request',
] as const);

const SERVICE =
  /^(?:(?:le|la|l'|les|du|de|des|d'|service|responsable|charge|chargee|assistante?|adjointe?|attachee?|directeur|directrice|secretaire|regisseur|hotes?|hotesse|equipe|billetterie|accueil|caisse|theatre|opera|scene|centre|culturel|nationale|administration|relations?|publiques?|publics?|avec|et|production|communication|mairie|ville|box|office|ticketing|team|manager|the|of|pour|poste|tel|telephone|fax|mob|mobile|port|portable|standard)\b[ .,:&/|-]*)+/;

function isSignatureLine(line: string): boolean {
  const bare = line.trim();
  if (bare === '' || /^[-–—_*=~|]+$/.test(bare)) return true;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(bare) || /^\S+@\S+\.\S+$/.test(bare)) return true;
  if (/^(?:\D{0,20}:? ?)?\+?[\d][\d .()/-]{8,20}$/.test(bare)) return true;
  const sentences = sentencesOf(line);
  const [only] = sentences;
  if (!only || sentences.length > 1 || only.end === '?') return false;
  if (/^@(?: ?[,|/-] ?.{0,80})?$/.test(only.line)) return true;
  const service = SERVICE.exec(only.line)?.[0] ?? '';
  const rest = only.line.slice(service.length).trim();
  const isNamed = rest === '' || rest === '@' || only.words.slice(-rest.split(' ').length).every((word) => word.capital);
  return (
    /\b(?:billetterie|accueil|theatre|opera|scene|service|responsable|chargee?|direct(?:eur|rice)|box office|ticketing|caisse|mairie|tel|telephone)\b/.test(
      service,
    ) && isNamed
  );
}
