import type { SeatNo } from '../domain/decision/decision';
import type { Meaning } from '../domain/decision/reply';
import type { ReplyText } from './reply-text';
import { clauseAt, connectiveAt } from './meaning/clauses';
import { isHesitant } from './meaning/free-words';
import { noVerdictIn } from './meaning/no-verdict';
import { settle } from './meaning/said';
import { endOf, placeOf, sentencesOf, startOf } from './meaning/sentences';
import type { Sentence } from './meaning/sentences';
import { takeClause, takeFreeWords } from './meaning/taking';
import type { Reading } from './meaning/taking';
import { isSecondThought, withoutSignature } from './meaning/signature';

/** No answer is longer; a longer text is a letter, and a person reads it. */
const MAX_WORDS = 400;

/** What a whole reply means, and whether what was not understood holds back. `listed`: the seats that the letter listed; absent when nobody knows. */
export function meaningOfReply(reply: ReplyText, listed?: readonly SeatNo[]): Meaning {
  const secondThought = [...reply.signature.split('\n'), ...reply.below].find((line) => isSecondThought(line));
  const meaning = meaningOfParts(reply, secondThought, listed);
  const holdsBack = secondThought !== undefined || (meaning.intent === 'unclear' && isHesitant(reply.kept));
  return holdsBack ? { ...meaning, hesitant: true } : meaning;
}

function meaningOfParts(reply: ReplyText, secondThought: string | undefined, listed?: readonly SeatNo[]): Meaning {
  const nothing: Meaning = { intent: 'empty', decisions: [] };
  if (reply.forwarded) return { ...(reply.kept === '' ? nothing : unclear(reply.kept)), noVerdict: 'forwarded' };
  if (reply.kept === '') return nothing;
  if (reply.cut) return unclear('…');
  const none = noVerdictIn(reply.kept);
  if (none !== undefined) return { ...unclear(reply.kept), noVerdict: none };
  return secondThought === undefined ? meaningOf(reply.kept, listed) : unclear(secondThought);
}

/** What the kept text means. All of it must be understood, or nothing counts. */
export function meaningOf(kept: string, listed?: readonly SeatNo[]): Meaning {
  const text = withoutSignature(kept);
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return { intent: 'empty', decisions: [] };
  if (sentences.reduce((sum, { words }) => sum + words.length, 0) > MAX_WORDS) return unclear(kept);
  const reading: Reading = { text, said: [], undo: false, regret: false, assent: false, acknowledged: false };
  for (const sentence of sentences) {
    const stuck = readSentence(reading, sentence);
    if (stuck !== undefined) return unclear(text.slice(stuck.from, stuck.to));
  }
  return concluded(reading, listed);
}

const BARE_OK = /^(?:ok|okay|okey|oki|okk|d['’]accord|dac)$/i;

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

function isApproval(reading: Reading): boolean {
  return reading.said.some(({ decision }) => decision === 'approve');
}

function concluded(reading: Reading, listed: readonly SeatNo[] | undefined): Meaning {
  const { said, text } = reading;
  if (reading.undo) return said.length === 0 ? { intent: 'undo', decisions: [] } : contradictory(text);
  if (said.length === 0 || reading.regret) return unclear(text);
  if (reading.assent && !isApproval(reading)) return contradictory(text);
  // « OK merci, bien reçu » says that the mail came.
  if (reading.acknowledged && said.every((one) => BARE_OK.test(text.slice(one.from, one.to)))) return unclear(text);
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

function stuckAt(sentence: Sentence, at: number): Stuck {
  return { from: startOf(sentence, at), to: endOf(sentence, sentence.words.length - 1) };
}
