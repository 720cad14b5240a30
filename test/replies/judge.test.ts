import type { Meaning } from '../../src/domain/decision/reply';
import { judge } from '../../src/replies/judge';
import type { JudgedMail, TokenFacts } from '../../src/replies/judge';

const CAMILLE = { kind: 'address', address: 'camille@mairie.example', domain: 'mairie.example' } as const;
const REVIEW = {
  kind: 'known',
  state: 'open',
  addresses: ['Camille@Mairie.example'],
  seats: [1, 2, 3],
  openSeats: [1, 2, 3],
} as const satisfies TokenFacts;
const OK: Meaning = { intent: 'decision', decisions: [{ seats: 'all', decision: 'approve' }] };
const MAIL: JudgedMail = { machine: null, sender: CAMILLE, authentication: { result: 'pass', why: '' }, token: REVIEW, meaning: OK };
const of = (changes: Partial<JudgedMail>) => judge({ ...MAIL, ...changes });

describe('the verdict on a reply', () => {
  it('applies what was understood', () => {
    expect(of({})).toEqual({ code: 'applied', why: 'understood', command: { kind: 'decide', decisions: OK.decisions }, answer: false });
  });

  it.each<[string, Partial<JudgedMail>, string, boolean]>([
    ['a vacation notice', { machine: 'auto-reply' }, 'machine', false],
    ['a bounce', { machine: 'bounce' }, 'bounce', false],
    ['a mail over the size', { failure: { kind: 'too-big', why: '' } }, 'too-big', true],
    ['a broken mail', { failure: { kind: 'unreadable', why: '' } }, 'unreadable', true],
    [
      'a mail over the size that nobody vouches for',
      { failure: { kind: 'too-big', why: '' }, authentication: { result: 'fail', why: '' } },
      'too-big',
      false,
    ],
    ['another thread', { token: { kind: 'absent' } }, 'not-a-reply', false],
    ['two From headers', { sender: { kind: 'refused', cause: 'several-from' } }, 'several-senders', false],
    ['an address made of encoded words', { sender: { kind: 'refused', cause: 'odd-address' } }, 'odd-sender', false],
    ['a forged mail', { authentication: { result: 'fail', why: '' } }, 'authentication-failed', false],
    [
      'a forged mail with an unknown secret',
      { authentication: { result: 'fail', why: '' }, token: { kind: 'unknown' } },
      'authentication-failed',
      false,
    ],
    ['DNS away', { authentication: { result: 'temporary', why: '' } }, 'try-again', false],
    [
      'DNS away, and no secret of ours',
      { authentication: { result: 'temporary', why: '' }, token: { kind: 'unknown' } },
      'unknown-token',
      false,
    ],
    ['an unknown secret', { token: { kind: 'unknown' } }, 'unknown-token', true],
    ['a colleague', { sender: { ...CAMILLE, address: 'hugo@mairie.example' } }, 'sender-mismatch', true],
    [
      'a colleague with the secret of somebody else',
      { sender: { ...CAMILLE, address: 'hugo@mairie.example' }, token: { ...REVIEW, colleagues: ['Hugo@mairie.example'] } },
      'another-reviewer',
      true,
    ],
    ['another proof since', { token: { ...REVIEW, state: 'superseded' } }, 'superseded', true],
    ['no reviewer any more', { token: { ...REVIEW, state: 'retired' } }, 'retired', true],
    ['too late', { token: { ...REVIEW, state: 'expired' } }, 'expired', true],
    ['all decided', { token: { ...REVIEW, openSeats: [] } }, 'already-decided', true],
    ['two answers in one place', { token: { kind: 'ambiguous' } }, 'unclear', true],
    ['words nobody understands', { meaning: { intent: 'unclear', decisions: [] } }, 'unclear', true],
    ['no words', { meaning: { intent: 'empty', decisions: [] } }, 'unclear', true],
    ['a contradiction', { meaning: { intent: 'unclear', decisions: [], contradictory: true } }, 'contradictory', true],
  ])('%s', (_what, changes, code, answer) => {
    expect(of(changes)).toMatchObject({ code, answer });
    expect(of(changes).command).toBeUndefined();
  });

  it('takes back the last answer, also when every seat is decided', () => {
    expect(of({ meaning: { intent: 'undo', decisions: [] }, token: { ...REVIEW, openSeats: [] } })).toMatchObject({
      code: 'applied',
      command: { kind: 'undo' },
    });
  });

  it('takes back what was decided before another proof came, but decides nothing of it', () => {
    const token = { ...REVIEW, state: 'superseded' } as const;
    const undo: Meaning = { intent: 'undo', decisions: [] };
    expect(of({ meaning: undo, token }).command).toEqual({ kind: 'undo' });
    expect(of({ meaning: undo, token, byAddress: { seats: 'all', decision: 'approve' } })).toMatchObject({ code: 'superseded' });
    expect(of({ meaning: undo, token: { ...REVIEW, state: 'expired' } })).toMatchObject({ code: 'expired' });
  });

  it('decides open seats only, and says which were decided before', () => {
    const meaning: Meaning = { intent: 'decision', decisions: [{ seats: [1, 2], decision: 'approve' }] };
    expect(of({ meaning, token: { ...REVIEW, openSeats: [2, 3] } })).toMatchObject({
      code: 'applied',
      command: { decisions: [{ seats: [2], decision: 'approve' }] },
      alreadyDecided: [1],
    });
  });

  it('decides nothing when a seat was not listed', () => {
    expect(of({ byAddress: { seats: [7], decision: 'approve' }, meaning: { intent: 'empty', decisions: [] } })).toMatchObject({
      code: 'unclear',
    });
  });
});

describe('an address that carries the decision', () => {
  const byAddress = { seats: [2], decision: 'refuse' } as const;

  it('takes words as the reason of a refusal', () => {
    const meaning: Meaning = { intent: 'unclear', decisions: [], notUnderstood: 'voir le tampon' };
    expect(of({ byAddress, meaning }).command).toEqual({
      kind: 'decide',
      decisions: [{ seats: [2], decision: 'refuse', words: 'voir le tampon' }],
    });
  });

  it('counts for nothing against words that say otherwise', () => {
    expect(of({ byAddress })).toMatchObject({ code: 'contradictory' });
    const doubt: Meaning = { intent: 'unclear', decisions: [], notUnderstood: 'Camille', hesitant: true };
    expect(of({ byAddress: { seats: [2], decision: 'approve' }, meaning: doubt })).toMatchObject({ code: 'contradictory' });
  });
});
