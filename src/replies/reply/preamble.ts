import { isClassification } from './footers';

/**
 * The lines without what no person typed above them: warnings that a mail host or Outlook puts there, style text that an
 * application leaves, the frame of a PGP signature.
 */
export function withoutPreamble(lines: readonly string[]): readonly string[] {
  let rest = withoutArmour(withoutStyles(lines));
  for (let paragraphs = 0; paragraphs < MOST_WARNINGS; paragraphs += 1) {
    const start = rest.findIndex((line) => !BLANK.test(line));
    const length = start < 0 ? 0 : warningAt(rest, start);
    if (length === 0) break;
    const under = rest.slice(start + length);
    rest = under.slice(
      Math.max(
        0,
        under.findIndex((line) => !BLANK.test(line)),
      ),
    );
  }
  return rest;
}

const MOST_WARNINGS = 6;
const BLANK = /^[\s*_=~—–-]*$/;

/** How many lines from here are a warning: those that say so, and those that a long one was wrapped into. */
function warningAt(lines: readonly string[], at: number): number {
  let length = 0;
  while (at + length < lines.length) {
    const line = (lines[at + length] ?? '').trim();
    const before = length === 0 ? '' : (lines[at + length - 1] ?? '').trim();
    const isWrapped = before.length >= 40 && !/[.!?:»\])>]$/.test(before) && /^[\p{Ll}(«"]/u.test(line);
    if (!isWarning(line) && !isWrapped) break;
    length += 1;
  }
  return length > 0 && !ABOUT_PROOFS.test(lines.slice(at, at + length).join(' ')) ? length : 0;
}

/** A person who warns of something speaks of it. */
const ABOUT_PROOFS =
  /\bje\b|\b\d{1,2}\b|\b(?:revoir|attend\w*|voir avec|doute\w*|faux|stop|annul\w*|erreur|mais)\b|\bj['’]|\b(?:seulement|uniquement|valid\w*|accept\w*|refus\w*|places?|billets?|justificatifs?|attestations?|oui|non(?! (?:sollicit|v[ée]rifi|s[ûu]r|fiable|reconnu|approuv|s[ée]curis))|sauf|p[ée]rim[ée]e?s?|illisibles?|ok)(?![\p{L}\d])/iu;

const OUTSIDE = '(?:ext[ée]rieure?s?|externes?|external|outside|extern|externo|esterno|extern[ae])';
const MAIL =
  '(?:mail|courriel|message|exp[ée]diteur|sender|nachricht|absender|correo|mensaje|remitente|messaggio|mittente|organi[sz]ation|entreprise|company|soci[ée]t[ée])';
const WARNINGS: readonly RegExp[] = [
  /^\W*(?:ext|externe?|external|externo|esterno|ext[ée]rieur)(?: (?:e-?mail|mail|message|sender|courriel))?\W*$/i,
  /^\W*(?:external|externe?|ext)\W{0,3}(?:e-?mail|mail|message|courriel|sender|exp[ée]diteur)\b/i,
  new RegExp(
    `^\\W*(?:attention|caution|warning|prudence|avertissement|alerte|vigilance|important|achtung|vorsicht|atenci[óo]n|attenzione|let op|s[ée]curit[ée]|\\[?external|\\[?ext\\b|\\[?externe?)\\b(?=.{0,300}${MAIL}).{0,120}\\b${OUTSIDE}`,
    'i',
  ),
  new RegExp(
    `^\\W*(?:(?:cet?|cette|le|ce) |l['’])?(?:e-?mail|courriel|mail|message|courrier|exp[ée]diteur|this (?:e-?mail|message)|diese (?:e-?mail|nachricht)|este (?:correo|mensaje)|questa e-?mail|questo messaggio|deze e-?mail)\\b.{0,120}\\b${OUTSIDE}`,
    'i',
  ),
  /^\W*(?:vous n['’]obtenez pas souvent|vous ne recevez pas souvent|certaines personnes (?:qui|ayant)|you don['’]t often get e-?mail|some people who received this|sie (?:erhalten|bekommen) nicht (?:oft|h[äa]ufig)|no suele recibir|non si ricevono spesso|u ontvangt niet vaak)\b/i,
  /^\W*(?:d[ée]couvrez pourquoi (?:cela|ceci|c['’]est) |learn why this is important|power(?:ed)? by mimecast|report suspicious|signaler (?:ce message|comme)|zjqcmqryfpfptbanner(?:start|end))/i,
  /^\W*(?:ne (?:cliquez|r[ée]pondez|communiquez|transmettez)(?: pas| jamais)|n['’]ouvrez (?:pas|aucune?|jamais)|do not (?:click|open|reply|respond)|don['’]t click|never (?:click|open)|klicken sie nicht|soyez (?:prudent|vigilant)|be (?:careful|cautious|wary)|please (?:exercise|use) caution|merci d['’][êe]tre vigilant|faites preuve de (?:prudence|vigilance)|v[ée]rifiez (?:l['’](?:identit[ée]|adresse) de )?l['’]exp[ée]diteur)\b.{0,400}(?:liens?|links?|pi[èe]ces? jointes?|attachments?|mot de passe|password|exp[ée]diteur|sender|anh[äa]nge?|source)/i,
];

function isWarning(line: string): boolean {
  return line.length < 800 && (isClassification(line) || WARNINGS.some((warning) => warning.test(line)));
}

const RULE =
  /[ \t]*(?:<!--|-->|\/\*[^*]{0,200}\*\/|[a-z.#@*][\w.#:*,>[\]="'()@\s-]{0,300}\{(?:\s*|\s*[a-z*_-][a-z0-9-]{1,40}\s*:[^{}]{0,4000}|(?:[^{}]{0,400}\{[^{}]{0,1000}\}){1,20}\s*)\})\s*/y;

/** « blockquote, div.yahoo_quoted { margin-left: 0 !important; … } OUI » */
function withoutStyles(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').trimStart();
  RULE.lastIndex = 0;
  let end = 0;
  while (RULE.test(text) && RULE.lastIndex > end) end = RULE.lastIndex;
  return end === 0 ? lines : text.slice(end).split('\n');
}

/** RFC 4880 7: a line of the text that begins with a dash has another before it. */
function withoutArmour(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => line.trim() !== '');
  if (!/^-----BEGIN PGP SIGNED MESSAGE-----\s*$/.test(lines[at] ?? '')) return lines;
  const head = lines.findIndex((line, no) => no > at && !/^[A-Za-z]{2,20}: /.test(line));
  return lines.slice(head).map((line) => line.replace(/^- (?=-)/, ''));
}
