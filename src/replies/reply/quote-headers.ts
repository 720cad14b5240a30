import { fieldAt } from './field-names';
import { isWroteHeader } from './wrote-header';

/** Where a quoted letter begins, and whether it is passed on rather than answered. */
export interface Quote {
  readonly line: number;
  readonly forwarded: boolean;
}

/** By our own rules: French mail programs first, for that is where the libraries have gaps (docs/inbound-mail.md 9). */
export function findQuote(lines: readonly string[], inboxes: readonly string[] = []): Quote | undefined {
  for (const [at, line] of lines.entries()) {
    const bare = withoutMarks(line);
    if (isForwardMark(bare)) return { line: rulesAbove(lines, at), forwarded: true };
    if (isQuoteMark(bare)) return { line: rulesAbove(lines, at), forwarded: false };
    if (line.trimStart().startsWith('>')) return { line: at, forwarded: false };
    if (isWroteHeader(lines, at, inboxes)) return { line: rulesAbove(lines, at), forwarded: false };
    if (isHeaderBlock(lines, at) || isOneLineBlock(bare)) return { line: rulesAbove(lines, at), forwarded: false };
  }
  return undefined;
}

/** Quotation signs, emphasis and dashes around a header line do not change what it is. */
function withoutMarks(line: string): string {
  return line.replace(/^[\s>*|]+/, '').replace(/[\s*]+$/, '');
}

const RULE = '[-_=—–]{2,}';
const ORIGINAL =
  "(?:message d['’]origine|message original|message initial|mail original|courriel original|e-?mail d['’]origine|original message|original e-?mail|reply message|message de|urspr[üu]ngliche nachricht|originalnachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|ursprungligt meddelande|originalmeddelande|opprinnelig melding|oprindelig meddelelse|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|missatge original|původní zpráva|eredeti üzenet|mesajul original|исходное сообщение|пересылаемое сообщение)";
const FORWARDED =
  '(?:message transf[ée]r[ée]|mail transf[ée]r[ée]|message transmis|message r[ée]exp[ée]di[ée]|courriel transf[ée]r[ée]|forwarded message|forwarded by .{1,80}|forwarded mail|weitergeleitete nachricht|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:melding|meddelelse|besked)|välitetty viesti|przekazana wiadomość|missatge reenviat)';
const QUOTE_MARK = new RegExp(`^(?:${RULE} ?${ORIGINAL}|${ORIGINAL} ?${RULE}|_{16,}|={10,}|-{30,})`, 'iu');
const FORWARD_MARK = new RegExp(
  `^(?:${RULE} ?${FORWARDED}|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|begin forwarded message|anfang der weitergeleiteten|inicio del mensaje reenviado|inizio messaggio inoltrato)`,
  'iu',
);
const ABOVE_THIS = /(?:r[ée]pond(?:re|ez) au[ -]dessus de cette ligne|reply above this line)/i;

function isForwardMark(line: string): boolean {
  return FORWARD_MARK.test(line);
}

function isQuoteMark(line: string): boolean {
  return QUOTE_MARK.test(line) || ABOVE_THIS.test(line) || /^message du :? ?\d{1,2}\/\d{1,2}\/\d{2,4}/i.test(line);
}

/** Two or more different fields of a header within six lines, the first of them here. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (fieldOf(lines[at] ?? '') === undefined) return isBlockOfAnyLanguage(lines, at);
  const kinds = new Set(lines.slice(at, at + 6).flatMap((line) => fieldOf(line) ?? []));
  return kinds.size >= 2 && (kinds.has('from') || kinds.size >= 3);
}

function fieldOf(line: string): string | undefined {
  return fieldAt(withoutMarks(line));
}

/** Three lines or more of « word: text » under each other, one of them with an address, or with a date and a time. */
function isBlockOfAnyLanguage(lines: readonly string[], at: number): boolean {
  const block: string[] = [];
  for (const line of lines.slice(at, at + 6)) {
    const bare = withoutMarks(line);
    if (!/^\p{L}[\p{L}\p{M} .'’-]{0,24}\s?[:：]\s?\S/u.test(bare)) break;
    block.push(bare);
  }
  const all = block.join('\n');
  return block.length >= 3 && (/<[^\s<>@]{1,64}@[^\s<>]{1,255}>/.test(all) || /\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}[:.]\d\d\b/.test(all));
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
