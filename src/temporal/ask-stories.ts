import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import type { ServiceTrouble } from '../domain/sale/service-check';
import type { AskService } from '../ports/sale/service-checks';
import { ORDER_STATUS, VENUE_ID, WAITS_FOR } from '../../workflows/search-attributes';

/** By the status code of gRPC: INVALID_ARGUMENT and NOT_FOUND. */
const TROUBLES: Readonly<Record<number, ServiceTrouble>> = { 3: 'no-search-attributes', 5: 'no-namespace' };

/** Counts stories by all that they are searched by: one question that server, namespace and search attributes must answer. */
export function createAskStories(client: Client, patienceMs: number): AskService {
  const query = [ORDER_STATUS, VENUE_ID, WAITS_FOR].map(({ name }) => `${name} = 'none'`).join(' AND ');
  return async () => {
    try {
      await client.withDeadline(Date.now() + patienceMs, () =>
        client.workflowService.countWorkflowExecutions({ namespace: client.options.namespace, query }),
      );
      return 'ok';
    } catch (fault) {
      const trouble = isGrpcServiceError(fault) ? TROUBLES[fault.code] : undefined;
      if (trouble === undefined) throw fault;
      return trouble;
    }
  };
}
