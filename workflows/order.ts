import { allHandlersFinished, CancellationScope, condition, continueAsNew, log, workflowInfo } from '@temporalio/workflow';
import { SYSTEM } from '../src/domain/actor';
import { numbersOf } from '../src/domain/order/seats';
import type { OrderState } from '../src/domain/order/state';
import type { Timer } from '../src/domain/order/timers';
import { isOver, nextTimer } from '../src/domain/order/timers';
import { stopTickets } from './order-door';
import { answerMessages } from './order-messages';
import { createPost } from './order-post';
import { createStory } from './order-story';

/**
 * The story of one paid order, open until its performance is over. The rules are in src/domain/order; here they meet
 * time, people and the record. A story takes its state as input, so that it can be started again from the record.
 */
export async function orderWorkflow(initial: OrderState): Promise<void> {
  const { cancelRequested } = CancellationScope.current();
  const last = await CancellationScope.nonCancellable(() => live(initial, cancelRequested));
  if (last) await continueAsNew<typeof orderWorkflow>(last);
}

/** Returns the state to go on with in a fresh history, or nothing when the story is over. */
async function live(initial: OrderState, cancelRequested: Promise<never>): Promise<OrderState | undefined> {
  const story = createStory(initial);
  const post = createPost(story);
  // First: what was sent together with the start is heard as soon as somebody listens.
  if (initial.seq === 0) story.take({ kind: 'started', at: Date.now() });
  else post.resume();
  answerMessages(story);
  cancelRequested.catch(() => void cancelByAdmin(story));

  for (;;) {
    const written = await story.writeNext();
    if (written) post.send(written);
    else if (isOver(story.state()) && post.isEmpty() && allHandlersFinished()) return undefined;
    else if (workflowInfo().continueAsNewSuggested && post.isEmpty() && allHandlersFinished()) return story.state();
    else await waitForNews(story, post);
  }
}

/** Sleeps until somebody says something or the order's next timer is due. */
async function waitForNews(story: ReturnType<typeof createStory>, post: ReturnType<typeof createPost>): Promise<void> {
  const timer = nextTimer(story.state());
  const seen = story.state().seq;
  const hasNews = () => story.hasChanges() || (isOver(story.state()) && post.isEmpty() && allHandlersFinished());
  if (!timer) return condition(hasNews);
  const news = await condition(hasNews, Math.max(1, timer.at - Date.now()), { summary: summaryOf(timer) });
  if (!news && story.state().seq === seen) story.take({ kind: 'timer', timer: timer.kind, at: Math.max(Date.now(), timer.at) });
}

function summaryOf({ kind, at }: Timer): string {
  return `${kind} at ${new Date(at).toISOString()}`;
}

/** « Cancel » in Temporal's UI is the admin's last word on an order: refund due, tickets void; not while its people are inside. */
async function cancelByAdmin(story: ReturnType<typeof createStory>): Promise<void> {
  const cancelled = { kind: 'cancelled', at: Date.now(), command: 'temporal-cancel', by: SYSTEM, door: 'system' } as const;
  const before = story.refusalOf(cancelled);
  if (before) return log.warn('cancellation refused', { code: before.code });
  const { entered, allowAgain } = await stopTickets(story, numbersOf(story.state().seats), cancelled.at);
  const refusal = entered ?? story.refusalOf(cancelled);
  if (!refusal) return void story.take(cancelled);
  log.warn('cancellation refused', { code: refusal.code });
  await allowAgain();
}
