import type { SeatNo } from '../../domain/decision';
import type { Meaning } from '../../domain/reply';
import type { ReplyText } from './reply-text';
import { clauseAt, connectiveAt } from './meaning/clauses';
import type { Clause } from './meaning/clauses';
import { mayBeAsked, mayBeReason } from './meaning/free-words';
import { reasonInFreeWords } from './meaning/reasons';
import { settle } from './meaning/said';
import type { Said } from './meaning/said';
import { sentencesOf } from './meaning/sentences';
import type { Sentence } from './meaning/sentences';
import { isSecondThought, withoutSignature } from './meaning/signature';

/** No answer is longer; a longer text is a letter, and a person reads it. */
const MAX_WORDS = 400;

/** What a whole reply means. `listed`: the seats that the letter listed; absent when nobody knows. */
export function meaningOfReply(reply: ReplyText, listed?: readonly SeatNo[]): Meaning {
  if (reply.kept === '') return { intent: 'empty', decisions: [] };
  if (reply.forwarded) return unclear(reply.kept);
  if (reply.cut) return unclear('…');
  const secondThought = [...reply.signature.split('\n'), ...reply.below].find((line) => isSecondThought(line));
  if (secondThought !== undefined) return unclear(secondThought);
  return meaningOf(reply.kept, listed);
}

/** What the kept text means. All of it must be understood, or nothing counts. */
export function meaningOf(kept: string, listed?: readonly SeatNo[]): Meaning {
  const text = withoutSignature(kept);
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return { intent: 'empty', decisions: [] };
  if (sentences.reduce((sum, { words }) => sum + words.length, 0) > MAX_WORDS) return unclear(kept);
  const reading: Reading = { text, said: [], undo: false, assent: false };
  for (const sentence of sentences) {
    const stuck = readSentence(reading, sentence);
    if (stuck !== undefined) return unclear(text.slice(stuck.from, stuck.to));
  }
  return concluded(reading, listed);
}

interface Reading {
  readonly text: string;
  readonly said: Said[];
  undo: boolean;
  /** « Pas de problème », « parfait »: no decision, but not what goes with a refusal. */
  assent: boolean;
}

interface Stuck {
  readonly from: number;
  readonly to: number;
}

function readSentence(reading: Reading, sentence: Sentence): Stuck | undefined {
  const { words, line } = sentence;
  let at = 0;
  let dangling = false;
  let asked = false;
  while (at < words.length) {
    const joining = connectiveAt(line, placeOf(sentence, at));
    const clause = clauseAt(words, line, at);
    if (joining > 0 && !clause) {
      dangling ||= /^(?:mais|but|par contre|en revanche)$/.test(line.slice(placeOf(sentence, at)).split(' ', joining).join(' '));
      at += joining;
      continue;
    }
    const before = reading.said.length;
    if (!clause || !takeClause(reading, sentence, clause)) {
      if (!takeFreeWords(reading, sentence, at)) return stuckAt(sentence, at);
      return undefined;
    }
    dangling = false;
    asked = clause.kind === 'request' && before === reading.said.length;
    at = clause.to;
  }
  if (dangling || (sentence.end === '?' && !asked) || (sentence.end === '…' && isApproval(reading))) return stuckAt(sentence, 0);
  return undefined;
}

/** False when the clause makes no sense here by itself; then it may still be free words of a refusal. */
function takeClause(reading: Reading, sentence: Sentence, clause: Clause): boolean {
  const { kind } = clause;
  const last = reading.said.at(-1);
  const [from, to] = [startOf(sentence, clause.from), endOf(sentence, clause.to - 1)];
  if (kind === 'undo') reading.undo = true;
  else if (kind === 'assent') reading.assent = true;
  else if (kind === 'request') {
    if (!last || last.decision === 'approve') return false;
    last.to = to;
  } else if (kind === 'reason') takeReason(reading, sentence, clause);
  else if (kind !== 'courtesy' && kind !== 'greeting') {
    const base = { explicit: true, named: clause.named, from, to, wordsFrom: to };
    reading.said.push({ ...base, decision: kind, seats: clause.seats, except: clause.except });
    // « OK sauf le 2 »: the second is not OK.
    if (clause.except.length > 0) reading.said.push({ ...base, decision: 'refuse', seats: clause.except, except: [] });
  }
  return true;
}

/** The reason of the refusal just before it, else a refusal by itself. */
function takeReason(reading: Reading, sentence: Sentence, clause: Clause): void {
  const last = reading.said.at(-1);
  const [from, to] = [startOf(sentence, clause.from), endOf(sentence, clause.to - 1)];
  const isItsReason = last && last.decision !== 'approve' && clause.seats.length === 0 && (last.explicit || last.seats.length === 0);
  if (last && isItsReason) {
    last.reason ??= clause.reason ?? 'other';
    last.to = to;
    return;
  }
  const first = sentence.words.slice(clause.from, clause.to).findIndex((word) => word.norm !== '#' && !/^[:=,)>/-]$/.test(word.norm));
  const reason = clause.reason && { reason: clause.reason };
  reading.said.push({
    decision: 'refuse',
    seats: clause.seats,
    except: [],
    explicit: false,
    named: clause.named,
    from,
    to,
    wordsFrom: startOf(sentence, clause.from + first),
    ...reason,
  });
}

/** To the end of the sentence: the reviewer's own words about the refusal or question just before. */
function takeFreeWords(reading: Reading, sentence: Sentence, at: number): boolean {
  const last = reading.said.at(-1);
  const folded = sentence.words
    .slice(at)
    .map((word) => word.norm)
    .join(' ');
  if (!last?.explicit || (last.decision !== 'refuse' && last.decision !== 'more-info')) return false;
  // A number that is no phrase about seats may still be meant as one.
  if (/^[#\d]/.test(folded)) return false;
  const isAsked = last.decision === 'more-info';
  if (isAsked ? !mayBeAsked(folded) : sentence.end === '?' || !mayBeReason(folded)) return false;
  const reason = reasonInFreeWords(folded);
  if (reason) last.reason ??= reason;
  last.to = endOf(sentence, sentence.words.length - 1);
  return true;
}

function isApproval(reading: Reading): boolean {
  return reading.said.some(({ decision }) => decision === 'approve');
}

function concluded(reading: Reading, listed: readonly SeatNo[] | undefined): Meaning {
  const { said, text } = reading;
  if (reading.undo) return said.length === 0 ? { intent: 'undo', decisions: [] } : contradictory(text);
  if (said.length === 0) return unclear(text);
  if (reading.assent && !isApproval(reading)) return contradictory(text);
  const settled = settle(said, text, listed);
  if ('decisions' in settled) return { intent: 'decision', decisions: settled.decisions };
  const words = text.slice(settled.at.from, settled.at.to);
  return settled.problem === 'contradictory' ? contradictory(words) : unclear(words);
}

function unclear(words: string): Meaning {
  return { intent: 'unclear', decisions: [], notUnderstood: words.trim().slice(0, 200) };
}

function contradictory(words: string): Meaning {
  return { ...unclear(words), contradictory: true };
}

function placeOf(sentence: Sentence, at: number): number {
  return sentence.words.slice(0, at).reduce((sum, word) => sum + word.norm.length + 1, 0);
}

function startOf(sentence: Sentence, at: number): number {
  return sentence.words[at]?.start ?? 0;
}

function endOf(sentence: Sentence, at: number): number {
  return sentence.words[at]?.end ?? 0;
}

function stuckAt(sentence: Sentence, at: number): Stuck {
  return { from: startOf(sentence, at), to: endOf(sentence, sentence.words.length - 1) };
}
