import type { LetterName } from '../../../domain/letter';
import type { Effect } from '../../../domain/order/effect';
import type { Writing } from '../writing';
import { askReviewers } from './ask-reviewers';
import { askAtDoor, giveDifferenceBack, takeDifference } from './difference';
import { giveSeatsBack } from './give-seats-back';
import { nudgeReviewers } from './nudge-reviewers';
import { markRefundDone, markRefundDue } from './refund';
import { release } from './release';
import { takeBackDecision } from './take-back-decision';
import { voidSeats } from './void-seats';
import { writeDecision } from './write-decision';

/** Writes one effect of a change; returns the letters that it asks for. */
export async function writeEffect(writing: Writing, effect: Effect): Promise<readonly LetterName[]> {
  switch (effect.kind) {
    case 'letter':
      return [effect.letter];
    case 'ask-reviewers':
      return askReviewers(writing, effect);
    case 'nudge-reviewers':
      return nudgeReviewers(writing, effect);
    case 'write-decision':
      return writeDecision(writing, effect);
    case 'take-back-decision':
      return takeBackDecision(writing, effect);
    case 'release':
      return release(writing, effect);
    case 'take-difference':
      return takeDifference(writing, effect);
    case 'give-difference-back':
      return giveDifferenceBack(writing, effect);
    case 'ask-at-door':
      return askAtDoor(writing, effect);
    case 'void':
      return voidSeats(writing, effect);
    case 'give-seats-back':
      return giveSeatsBack(writing, effect);
    case 'refund-due':
      return markRefundDue(writing, effect);
    case 'refund-done':
      return markRefundDone(writing, effect);
  }
}
