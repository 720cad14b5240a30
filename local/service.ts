import type { Account } from './account';

/** Where a service keeps its files, and as whom it runs. */
export type Place = { readonly dir: string; readonly account: Account };

/** One running part of the stack. It can be ended and started again on the same port with the same files. */
export type Service = {
  readonly name: string;
  readonly port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
};
