import type { BuildProvider } from './provider';
import { buildSandbox } from './sandbox/sandbox';

/** Whoever collects payments, by the name that `PAYMENT_PROVIDER` and the address of notifications say. */
export const PROVIDER_NAMES = ['sandbox'] as const;

export const PROVIDERS: Readonly<Record<(typeof PROVIDER_NAMES)[number], BuildProvider>> = { sandbox: buildSandbox };
