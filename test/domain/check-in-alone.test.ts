import { judgeAlone } from '../../src/domain/check-in-alone';
import type { ShownAlone } from '../../src/domain/check-in-alone';

const CODE = { performanceId: 4, proofToShow: false };
const LINE = { admission: 'valid', proofToShow: false } as const;
const SCANNED: ShownAlone = { code: CODE, printed: undefined, line: LINE, letInHere: false };
const PRINTED: ShownAlone = { ...SCANNED, code: undefined, printed: { number: 12_458 } };
const ASKED = { performanceId: 4, proofSeen: false, typed: false, at: '2027-01-16T18:40:00.000Z', from: '2027-01-16T16:00:00.000Z' };

test.each([
  ['a good code', SCANNED, ASKED, 'admitted'],
  ['a good code of a ticket that was sold since the list', { ...SCANNED, line: undefined }, ASKED, 'admitted'],
  ['a code that it cannot check', { ...SCANNED, code: 'unchecked' }, ASKED, 'not-checked'],
  ['a code of another night', { ...SCANNED, code: { ...CODE, performanceId: 5 }, line: undefined }, ASKED, 'other-performance'],
  ['a number that is not on its list', { ...PRINTED, line: undefined }, { ...ASKED, typed: true }, 'not-on-the-list'],
  ['nothing of ours', { ...PRINTED, printed: undefined, line: undefined }, ASKED, 'unknown'],
  ['one that it let in itself', { ...SCANNED, letInHere: true }, ASKED, 'already-used'],
  ['one that it let in before the list had it', { ...SCANNED, line: undefined, letInHere: true }, ASKED, 'already-used'],
  [
    'one that was cancelled since it let it in',
    { ...SCANNED, line: { ...LINE, admission: 'cancelled' }, letInHere: true },
    ASKED,
    'cancelled',
  ],
  ['one that is used by the list', { ...SCANNED, line: { ...LINE, admission: 'used' } }, ASKED, 'already-used'],
  ['a proof that the list asks for', { ...SCANNED, line: { ...LINE, proofToShow: true } }, ASKED, 'proof-to-show'],
  ['a proof that the code asks for', { ...SCANNED, code: { ...CODE, proofToShow: true } }, ASKED, 'proof-to-show'],
  ['a proof that was seen', { ...SCANNED, code: { ...CODE, proofToShow: true } }, { ...ASKED, proofSeen: true }, 'admitted'],
  ['a number that a scanner may have read', PRINTED, ASKED, 'number-to-confirm'],
  ['a number that a person typed', PRINTED, { ...ASKED, typed: true }, 'admitted'],
  ['one shown in the morning', SCANNED, { ...ASKED, at: '2027-01-16T09:00:00.000Z' }, 'too-early'],
] satisfies [string, ShownAlone, typeof ASKED, string][])('a device on its own: %s', (_what, shown, asked, verdict) => {
  expect(judgeAlone(shown, asked)).toBe(verdict);
});
