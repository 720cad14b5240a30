import type { Client } from '@temporalio/client';

/**
 * How often each kind of event stands in a history, and how many workflow tasks it took: an update and an activity's end
 * may share one or not.
 */
export interface Census {
  readonly events: Readonly<Record<string, number>>;
  readonly tasks: number;
}

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

const TASK = 'workflowTask';

export async function censusOf(client: Client, workflowId: string): Promise<Census> {
  const kinds = await historyOf(client, workflowId);
  const events: Record<string, number> = {};
  for (const kind of kinds) if (!kind.startsWith(TASK)) events[kind] = (events[kind] ?? 0) + 1;
  return { events, tasks: kinds.filter((kind) => kind === 'workflowTaskCompleted').length };
}

/** The kinds of events in their order, once no activity and no task is left to do. */
export async function historyOf(client: Client, workflowId: string): Promise<readonly string[]> {
  for (;;) {
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    const kinds = (events ?? []).map(kindOf);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    const isQuiet =
      count('activityTaskScheduled') === count('activityTaskCompleted') &&
      count('workflowTaskScheduled') === count('workflowTaskCompleted');
    if (isQuiet) return kinds;
  }
}

/** An event carries one set of attributes, and that is its kind. */
function kindOf(event: HistoryEvent): string {
  const name = Object.entries(event).find(([key, value]) => key.endsWith('EventAttributes') && value !== null && value !== undefined)?.[0];
  if (name === undefined) throw new Error('An event of a history has no attributes.');
  return name.slice(0, -'EventAttributes'.length);
}
