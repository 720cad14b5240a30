/** A date or an address: without either, « Le spectateur nous a écrit » is a sentence, not a header. */
export function hasEvidence(text: string): boolean {
  return /\b(?:19|20)\d\d\b|\b\d{1,2} ?(?::|h) ?\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\S@\S/.test(text);
}

const WROTE_END =
  /(?:\ba [ée]crit|(?<!\p{L})[ée]crit|\bwrote|\bschrieb(?: am .{1,60})?|\bescribi[óo]|\bha scritto|\bha escrit|\bva escriure|\bescreveu|\bschreef|\bskrev|\bkirjoitti|\bnapisał(?:\(a\)|a)?|\bnapsal(?:\(a\)|a)?|\bírta|\ba scris|писал(?:\(а\)|а)?|写道|のメール|님이 작성|\byazdı|\bidatzi du) ?[:：]? ?-*$/iu;
/** Programs write the address in brackets, people do not. */
const ADDRESS = /<(?:mailto:)?[^\s<>@]{1,200}@[^\s<>]{1,255}>/i;
const SECRET = /\+[a-z0-9]{24,40}(?:-[a-z]{3,5}\d{0,2})?@/i;
/** Of a date alone nobody types above a quotation both the day with its year, and the time. */
const DATE_AND_TIME =
  /(?:\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2}\b).{0,40}\b\d{1,2} ?[:h.] ?\d\d\b|\b\d{1,2}:\d\d\b.{0,40}\b(?:19|20)\d\d\b/;
const HELD_BACK = /(?:^|\s)(?:sauf|mais|pas|ne|n['’]\p{L}+|non|except|but|not|unless)(?=\s|,)/iu;
const SENTENCE = /\b(?:j['’]|nous |vous |ils? |elles? |on )a?i? ?[ée]crit ?:?$/i;
const KNOWN_START =
  /^(?:le|on|am|el|em|op|den|il giorno|in data|no dia|w dniu|dnia|dne|pe|la data|στις)\s|^\d{1,4}[\s/.-]|^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)/iu;
/** Without a date: « Citation de Billetterie <…> : ». */
const QUOTES =
  /^(?:citation|quoting|quote|citeren|zitat|zitiere|cita|citando|citerar|cytat|message de|missatge de|nachricht von|mensaje de|messaggio di|bericht van)\s/i;
const LONGEST = 500;

/**
 * « Le 29 sept. 2026 à 08:43, Nom <adresse> a écrit : », wrapped anywhere over up to four lines, in whatever language:
 * what no person types is an address in brackets, or one of our own, before a colon, or a time right above a quotation.
 */
export function isWroteHeader(lines: readonly string[], start: number, inboxes: readonly string[] = []): boolean {
  const isKnownStart = KNOWN_START.test(bareLine(lines[start] ?? ''));
  let joined = '';
  for (let at = start; at < start + 4 && at < lines.length; at += 1) {
    const part = bareLine(lines[at] ?? '');
    if (part === '' || joined.length + part.length > LONGEST) return false;
    // Only a name, or what begins as a header does, goes on in the next line.
    if (at > start && !isKnownStart && !part.startsWith('<')) return false;
    joined = at === start ? part : `${joined} ${part}`;
    if (isHeader(joined, { isKnownStart, inboxes, isAboveQuotation: isQuoted(lines, at + 1) })) return true;
  }
  return false;
}

/** What is quoted may go on in the line of its header: « On Mon, 2 Nov 2026 at 08:43, Name wrote: Place 1… ». */
export function beginsWithWroteHeader(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return false;
  if (isWroteHeader(lines, first)) return true;
  const line = (lines[first] ?? '').slice(0, LONGEST);
  return [...line.matchAll(/:/g)].some(({ index }) => {
    const head = line.slice(0, index + 1);
    return (DATE_AND_TIME.test(head) || ADDRESS.test(head)) && isWroteHeader([head], 0);
  });
}

interface Around {
  readonly isKnownStart: boolean;
  readonly isAboveQuotation: boolean;
  readonly inboxes: readonly string[];
}

function isHeader(joined: string, { isKnownStart, inboxes, isAboveQuotation }: Around): boolean {
  if (SECRET.test(joined)) return true;
  if (isKnownStart && WROTE_END.test(joined)) return hasEvidence(joined) && !SENTENCE.test(joined);
  if (!/[:：]$/.test(joined) || HELD_BACK.test(joined.replace(ADDRESS, ''))) return false;
  if (inboxes.some((inbox) => joined.toLowerCase().includes(inbox))) return true;
  // « Pour Léa <lea@x.example> : » may go on with the writer's own words.
  const hasTime = DATE_AND_TIME.test(joined);
  if (!ADDRESS.test(joined)) return hasTime && isAboveQuotation;
  return hasTime || WROTE_END.test(joined) || (isAboveQuotation && QUOTES.test(joined));
}

function isQuoted(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => line.trim() !== '');
  return next?.trimStart().startsWith('>') ?? false;
}

/** Quotation signs, emphasis and dashes around a header line do not change what it is. */
function bareLine(line: string): string {
  return line
    .replace(/^[\s>*|]+/, '')
    .replace(/[\s*]+$/, '')
    .replace(/^-+ ?(?=\p{L}|\d)/u, '');
}
