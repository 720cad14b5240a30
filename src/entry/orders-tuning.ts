/** The orders' worker on two cores. The bench gives the same to the bare worker beside it (bench/bare-worker.ts). */
export const ORDERS_TUNING = {
  maxCachedWorkflows: 500,
  // Stories whose worker has died move to another one after so long: half the patience of whoever asks them.
  stickyQueueScheduleToStartTimeout: '2500ms',
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentWorkflowTaskExecutions: 20,
  workflowThreadPoolSize: 1,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 1, maximum: 10, initial: 2 },
} as const;
