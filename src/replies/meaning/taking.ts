import type { Clause } from './clauses';
import { mayBeAsked, mayBeReason } from './free-words';
import { reasonInFreeWords } from './reason-signs';
import { KNOWN_WORDS } from './rules';
import type { Said } from './said';
import { endOf, startOf } from './sentences';
import type { Sentence } from './sentences';
import { joinedNorms } from './words';

/** What was read so far. */
export interface Reading {
  readonly text: string;
  readonly said: Said[];
  undo: boolean;
  /** « Je me suis trompée »: says nothing where nothing is taken back. */
  regret: boolean;
  /** « Pas de problème », « parfait »: no decision, but not what goes with a refusal. */
  assent: boolean;
  /** « Bien reçu »: the mail came, and nothing more is said. */
  acknowledged: boolean;
}

/** False when the clause makes no sense here by itself; then it may still be free words of a refusal. */
export function takeClause(reading: Reading, sentence: Sentence, clause: Clause): boolean {
  const { kind } = clause;
  const last = reading.said.at(-1);
  const [from, to] = [startOf(sentence, clause.from), endOf(sentence, clause.to - 1)];
  if (kind === 'undo') reading.undo = true;
  else if (kind === 'regret') {
    // « Refusé, erreur de nom » is about the proof.
    if (last && !OWN.test(joinedNorms(sentence.words.slice(clause.from, clause.to)))) return false;
    reading.regret = true;
  } else if (kind === 'assent') {
    reading.assent = true;
    reading.acknowledged ||= /^(?:bien |c' est )?(?:recu|note)\b/.test(joinedNorms(sentence.words.slice(clause.from, clause.to)));
  } else if (kind === 'request') {
    if (!last) return takeQuestion(reading, sentence, clause);
    if (last.decision === 'approve') return false;
    // « Pas lisible, à renvoyer en PDF » is a wish to the spectator, « refusé, à renvoyer » is not.
    nameIn(last, sentence.words.slice(clause.from, clause.to));
    if (last.explicit) goOn(reading, last, { from, to });
    else last.decision = 'more-info';
  } else if (kind === 'reason') takeReason(reading, sentence, clause);
  else if (kind !== 'courtesy' && kind !== 'greeting') {
    if (isBarePlus(reading, sentence, clause)) return false;
    const base = { explicit: true, named: clause.named, particular: clause.particular, from, to, wordsFrom: to };
    // « OK pour le 1 mais pas le 2 » says which; « OK sauf le 2 » says all the others. The second is not OK in both.
    const isAllBut = clause.seats.every((seats) => seats.kind === 'all');
    reading.said.push({ ...base, decision: kind, seats: clause.seats, except: isAllBut ? clause.except : [] });
    if (clause.except.length > 0)
      reading.said.push({ ...base, decision: 'refuse', seats: clause.except, except: [], ...leftOpen(sentence, clause) });
  }
  return true;
}

/** « Mais pas la 3 » refuses it; « sauf la 3 » alone says nothing of it. */
function leftOpen(sentence: Sentence, clause: Clause): Pick<Said, 'leftOpen'> {
  return /\b(?:mais pas|but not)\b/.test(joinedNorms(sentence.words.slice(clause.from, clause.to))) ? {} : { leftOpen: true };
}

const OWN = /\b(?:me|s'|nous|j'|ma|notre|my|i)(?= |$)/;

/** « PLUS » asks for more; « and more », « Plus ! » ask for nothing. */
function isBarePlus({ text }: Reading, sentence: Sentence, clause: Clause): boolean {
  if (clause.kind !== 'more-info' || clause.seats.length > 0) return false;
  const word = text.slice(startOf(sentence, clause.from), endOf(sentence, clause.to - 1));
  return /^(?:plus|more)$/i.test(word) && (clause.from > 0 || (sentence.end === '!' && word !== word.toUpperCase()));
}

/** « Merci de demander le verso »: a question to the spectator, when nothing was decided before. */
function takeQuestion(reading: Reading, sentence: Sentence, clause: Clause): boolean {
  const words = sentence.words.slice(clause.from, clause.to);
  const asks = words.findIndex(({ norm }) => /^(?:demander|redemander|ask)$/.test(norm));
  const wordsFrom = words.slice(asks + 1).find(({ norm }) => norm !== 'for')?.start;
  if (asks < 0 || sentence.end === '?' || wordsFrom === undefined) return false;
  const to = endOf(sentence, clause.to - 1);
  const reason = reasonInFreeWords(joinedNorms(words));
  const base = { decision: 'more-info', seats: clause.seats, except: [], explicit: true, named: clause.named, particular: false } as const;
  reading.said.push({ ...base, from: startOf(sentence, clause.from), to, wordsFrom, ...(reason && { reason }) });
  return true;
}

/** The reason of the refusal just before it, else a refusal by itself. */
function takeReason(reading: Reading, sentence: Sentence, clause: Clause): void {
  const last = reading.said.at(-1);
  const [from, to] = [startOf(sentence, clause.from), endOf(sentence, clause.to - 1)];
  const isItsReason = last && last.decision !== 'approve' && clause.seats.length === 0 && (last.explicit || last.seats.length === 0);
  if (last && isItsReason) {
    last.reason ??= clause.reason ?? 'other';
    nameIn(last, sentence.words.slice(clause.from, clause.to));
    if (last.leftOpen && clause.asks) last.decision = 'more-info';
    goOn(reading, last, { from, to });
    return;
  }
  const first = sentence.words.slice(clause.from, clause.to).findIndex((word) => word.norm !== '#' && !/^[:=,)>/-]$/.test(word.norm));
  const reason = clause.reason && { reason: clause.reason };
  reading.said.push({
    decision: clause.asks ? 'more-info' : 'refuse',
    seats: clause.seats,
    except: [],
    explicit: false,
    named: clause.named,
    particular: clause.particular,
    from,
    to,
    wordsFrom: startOf(sentence, clause.from + first),
    ...reason,
  });
}

/** To the end of the sentence: the reviewer's own words about the refusal or question just before. */
export function takeFreeWords(reading: Reading, sentence: Sentence, at: number): boolean {
  const last = reading.said.at(-1);
  const folded = joinedNorms(sentence.words.slice(at));
  if (!last?.explicit || (last.decision !== 'refuse' && last.decision !== 'more-info')) return false;
  // A number that is no phrase about seats may still be meant as one.
  if (/^[#\d]/.test(folded)) return false;
  // « No objection », « non merci »: a bare no takes its reason after a sign, in capitals, or where the reason is plain.
  if (isBareNo(reading, last, startOf(sentence, at)) && !reasonInFreeWords(folded)) return false;
  const isAsked = last.decision === 'more-info';
  if (isAsked ? !mayBeAsked(folded) : sentence.end === '?' || !mayBeReason(withoutBut(folded))) return false;
  const reason = reasonInFreeWords(folded);
  if (reason) last.reason ??= reason;
  nameIn(last, sentence.words.slice(at));
  goOn(reading, last, { from: startOf(sentence, at), to: endOf(sentence, sentence.words.length - 1) });
  return true;
}

/** « Refusée : la carte de Paul… » speaks of one seat, and does not say which. */
function nameIn(last: Said, words: Sentence['words']): void {
  last.named ||= last.seats.length === 0 && words.some((word, at) => word.norm === '@' || isOwner(words[at - 1]?.norm ?? '', word));
}

/** « de Naïma »: a capital where French has none, of a word that is no other. */
function isOwner(before: string, { norm, capital }: Sentence['words'][number]): boolean {
  return /^(?:de|d'|a|pour|of|for)$/.test(before) && capital && /^\p{Lu}?\p{L}{2,}$/u.test(norm) && !KNOWN_WORDS.has(norm);
}

/** What stands under an empty line, or after « PS », is not said to the spectator. */
function goOn({ text }: Reading, last: Said, { from, to }: { readonly from: number; readonly to: number }): void {
  const isApart = /\n[ \t]*\n/.test(text.slice(last.to, from));
  if (isApart || last.ended) last.ended = true;
  else last.to = to;
}

/** « Carte reçue mais illisible » gives a reason; any other « mais » takes something back. */
function withoutBut(folded: string): string {
  const [, before = '', after = ''] = /^(.*?)\b(?:mais|but)\b(.*)$/.exec(folded) ?? [];
  return reasonInFreeWords(after) ? `${before}${after}` : folded;
}

function isBareNo({ text }: Reading, last: Said, at: number): boolean {
  return (
    /^(?:[Nn]on?|[Nn]ope)$/.test(text.slice(last.from, last.to)) &&
    text.slice(last.to, at).trim() === '' &&
    !text.slice(last.to, at).includes('\n')
  );
}
