/** Where a quoted letter begins, and whether it is passed on rather than answered. */
export interface Quote {
  readonly line: number;
  readonly forwarded: boolean;
}

/** By our own rules: French mail programs first, for that is where the libraries have gaps (inbound-mail.md 9). */
export function findQuote(lines: readonly string[]): Quote | undefined {
  for (const [at, line] of lines.entries()) {
    const bare = withoutMarks(line);
    if (isForwardMark(bare)) return { line: rulesAbove(lines, at), forwarded: true };
    if (isQuoteMark(bare)) return { line: rulesAbove(lines, at), forwarded: false };
    if (line.trimStart().startsWith('>')) return { line: at, forwarded: false };
    if (isWroteHeader(lines, at)) return { line: rulesAbove(lines, at), forwarded: false };
    if (isHeaderBlock(lines, at) || isOneLineBlock(bare)) return { line: rulesAbove(lines, at), forwarded: false };
  }
  return undefined;
}

/** A date or an address: without either, « Le spectateur nous a écrit » is a sentence, not a header. */
export function hasEvidence(text: string): boolean {
  return /\b(?:19|20)\d\d\b|\b\d{1,2} ?(?::|h) ?\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\S@\S/.test(text);
}

/** Quotation signs, emphasis and dashes around a header line do not change what it is. */
function withoutMarks(line: string): string {
  return line.replace(/^[\s>*|]+/, '').replace(/[\s*]+$/, '');
}

const RULE = '[-_=—–]{2,}';
const ORIGINAL =
  "(?:message d['’]origine|message original|message initial|mail original|courriel original|e-?mail d['’]origine|original message|original e-?mail|reply message|message de)";
const FORWARDED =
  '(?:message transf[ée]r[ée]|mail transf[ée]r[ée]|message transmis|message r[ée]exp[ée]di[ée]|courriel transf[ée]r[ée]|forwarded message|forwarded by .{1,80}|forwarded mail)';
const QUOTE_MARK = new RegExp(`^(?:${RULE} ?${ORIGINAL}|${ORIGINAL} ?${RULE}|_{16,}|={10,}|-{30,})`, 'i');
const FORWARD_MARK = new RegExp(
  `^(?:${RULE} ?${FORWARDED}|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|begin forwarded message)`,
  'i',
);
const ABOVE_THIS = /(?:r[ée]pond(?:re|ez) au[ -]dessus de cette ligne|reply above this line)/i;

function isForwardMark(line: string): boolean {
  return FORWARD_MARK.test(line);
}

function isQuoteMark(line: string): boolean {
  return QUOTE_MARK.test(line) || ABOVE_THIS.test(line) || /^message du :? ?\d{1,2}\/\d{1,2}\/\d{2,4}/i.test(line);
}

const WROTE_END = /(?:\ba [ée]crit|\b[ée]crit|\bwrote|\bschrieb|\bescribi[óo]|\bha scritto) ?:? ?-*$/i;

/** « Le 29 sept. 2026 à 08:43, Nom <adresse> a écrit : », wrapped anywhere over up to four lines. */
function isWroteHeader(lines: readonly string[], at: number): boolean {
  const first = withoutMarks(lines[at] ?? '').replace(/^-+ ?/, '');
  if (!/^(?:le|on)\s|^\d{1,2}[\s/.-]|^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)/i.test(first)) return false;
  let joined = '';
  for (const line of lines.slice(at, at + 4)) {
    const part = withoutMarks(line);
    if (part === '' || joined.length + part.length > 500) return false;
    joined = joined === '' ? part : `${joined} ${part}`;
    if (WROTE_END.test(joined)) return hasEvidence(joined) && !/\b(?:j['’]|nous |vous |ils? |elles? |on )a?i? ?[ée]crit ?:?$/i.test(joined);
  }
  return false;
}

const FIELD =
  /^(?:(de|from|exp[ée]diteur|de la part de)|(date|envoy[ée](?: le)?|sent|date d['’]envoi)|([àa]|pour|to|destinataires?|copie [àa]|cc|r[ée]pondre [àa]|reply-to)|(objet|sujet|subject))\s?:/i;

/** Two or more different fields of a header within six lines, the first of them here. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (fieldOf(lines[at] ?? '') === undefined) return false;
  const kinds = new Set(lines.slice(at, at + 6).flatMap((line) => fieldOf(line) ?? []));
  return kinds.size >= 2 && (kinds.has('from') || kinds.size >= 3);
}

function fieldOf(line: string): string | undefined {
  const field = FIELD.exec(withoutMarks(line));
  if (!field) return undefined;
  return field[1] ? 'from' : field[2] ? 'date' : field[3] ? 'to' : 'subject';
}

/** Yahoo and Samsung put several fields on one line. */
function isOneLineBlock(line: string): boolean {
  const names = line.match(/(?:^|[\s.>])(?:De|From|À|A|To|Cc|Envoyé|Sent|Date|Objet|Subject)\s?:/g) ?? [];
  return /^(?:De|From|Date|À)\s?:/.test(line) && new Set(names.map((name) => name.trim())).size >= 3;
}

/** The line of dashes, underscores or equal signs above a header belongs to the quotation. */
function rulesAbove(lines: readonly string[], at: number): number {
  let first = at;
  while (first > 0 && /^[\s>*_=—–-]*$/.test(lines[first - 1] ?? '')) first -= 1;
  return first;
}
