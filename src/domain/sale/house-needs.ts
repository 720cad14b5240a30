import { isSameAddress, reachesAnInbox, reachesInbox, readMailAddress } from '../mail-address';
import { isReachableByAll, leavesRoomForSecrets } from '../venue-address';
import { lacks, type MissingCode, type MissingStep } from './missing-step';
import type { ReadinessFacts } from './readiness-facts';
import { troubleOf, type Service } from './service-check';

/** What a first order needs beside the catalogue: an evening of its own, somebody who looks, answers that are believed, servers that answer. */
export function needsOfTheHouse(facts: ReadinessFacts, reviewed: boolean): readonly MissingStep[] {
  return [
    ...dates(facts),
    ...ownInbox(facts),
    ...(reviewed ? [...reviewers(facts), ...replies(facts)] : []),
    ...unanswered(facts, 'letters', 'letters'),
    ...unanswered(facts, 'stories', 'stories'),
  ];
}

/** Named is how it failed, or that nobody knows. */
export function unanswered({ services, now }: ReadinessFacts, service: Service, code: MissingCode): readonly MissingStep[] {
  const trouble = troubleOf(services, service, now);
  return trouble === undefined ? [] : [lacks(code, [trouble])];
}

function dates({ startsAt, publishedAt, sameRoom, now }: ReadinessFacts): readonly MissingStep[] {
  return [
    ...(publishedAt !== undefined || startsAt > now ? [] : [lacks('performance-past')]),
    ...(sameRoom.length === 0
      ? []
      : [
          lacks(
            'room-taken',
            sameRoom.map(({ id }) => `${id}`),
          ),
        ]),
  ];
}

/** Copies leave of every order, whether or not somebody looks at proofs. */
function ownInbox({ review: { inboxes, writtenTo } }: ReadinessFacts): readonly MissingStep[] {
  const loops = writtenTo.filter((address) => reachesAnInbox(address, inboxes));
  return loops.length > 0 ? [lacks('own-inbox', [...new Set(loops)])] : [];
}

function reviewers({ review: { reviewers: asked, escalationAddress, inboxAddress } }: ReadinessFacts): readonly MissingStep[] {
  const alerted = readMailAddress(escalationAddress) !== undefined && !reachesInbox(escalationAddress, inboxAddress);
  return [...(asked.length > 0 ? [] : [lacks('reviewers')]), ...(alerted ? [] : [lacks('escalation-address', [escalationAddress])])];
}

function replies(facts: ReadinessFacts): readonly MissingStep[] {
  const { inboxAddress, authentication, venues } = facts.review;
  const { mode, authservId } = authentication;
  const mailbox = facts.services.find(({ service }) => service === 'inbox')?.mailbox;
  const anothers = venues > 1 && mailbox !== undefined && !isSameAddress(mailbox, inboxAddress);
  const judged = mode === 'ar' ? authservId !== undefined && authservId !== '' : mode !== 'none';
  return [
    ...(isReachableByAll(inboxAddress) && leavesRoomForSecrets(inboxAddress) ? [] : [lacks('inbox-address', [inboxAddress])]),
    ...(anothers ? [lacks('inbox-of-another', [inboxAddress])] : []),
    ...unanswered(facts, 'inbox', 'inbox'),
    ...(judged ? [] : [lacks('sender-authentication', [mode])]),
  ];
}
