import { Context } from '@temporalio/activity';

/** One whole turn of a mailbox: sweep, store, judge, apply, move, then wait for the next mail (src/use-cases/mail/take-mail-turn.ts). */
export type TakeTurn = (
  account: string,
  beat: () => void,
  signal: AbortSignal,
) => Promise<{ readonly handled: number; readonly busyElsewhere: boolean }>;

export function createMailboxActivities({ takeTurn }: { readonly takeTurn: TakeTurn }) {
  return {
    takeTurn(account: string): Promise<{ readonly handled: number; readonly busyElsewhere: boolean }> {
      const { cancellationSignal } = Context.current();
      return takeTurn(account, () => Context.current().heartbeat(), cancellationSignal);
    },
  };
}
