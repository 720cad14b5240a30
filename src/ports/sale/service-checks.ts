import type { Service, ServiceCheck, ServiceTrouble } from '../../domain/sale/service-check';

/** What was found when the services outside the house were last asked. */
export interface ServiceChecks {
  all(): Promise<readonly ServiceCheck[]>;
  /** The last word on a service; when it last answered well is kept. */
  record(check: Omit<ServiceCheck, 'okAt'>): Promise<void>;
}

/** Asks a service; what it throws counts as its being away. */
export type AskService = () => Promise<'ok' | ServiceTrouble>;
export type AskServices = Readonly<Record<Service, AskService>>;
