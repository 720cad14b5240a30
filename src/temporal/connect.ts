import { Client, Connection } from '@temporalio/client';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly tls: boolean;
}

// gRPC tries again after up to two minutes otherwise: a server that is back would be away for us all the while.
const LONGEST_PAUSE_MS = 2000;

/** A lazy connection: web starts, and stays up, while Temporal is away. */
export function connectLazily({ address, namespace, tls }: TemporalAddress): Client {
  const channelArgs = { 'grpc.max_reconnect_backoff_ms': LONGEST_PAUSE_MS };
  return new Client({ connection: Connection.lazy({ address, tls, channelArgs }), namespace });
}
