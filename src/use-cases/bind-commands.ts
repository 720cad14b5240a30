import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { CommandKeys } from '../ports/command-keys';
import type { CommandHead } from '../ports/order-runs';
import type { CorrectAddress } from './access/correct-address';
import type { RenewCustomerLink } from './access/renew-customer-link';
import type { ChangeOrder } from './change-order';
import type { RecordDecision } from './record-decision';

interface Needs {
  readonly keys: CommandKeys;
  readonly clock: Clock;
  readonly hash: (text: string) => string;
}

export type BindKey = <T>(command: string, asked: readonly unknown[], obey: () => Promise<T>) => Promise<T>;

/**
 * Keys that come from outside: each is good for what was first done under it, and for nothing else. What the rules refuse is
 * not done, and leaves the key free for a corrected command; after any other fault it may have been done, or be done later.
 */
export function createBindKey({ keys, clock, hash }: Needs): BindKey {
  return async (command, asked, obey) => {
    const use = { command, content: hash(JSON.stringify(asked)) };
    await keys.bind({ ...use, at: clock.now() });
    try {
      return await obey();
    } catch (fault) {
      if (fault instanceof Refusal) await keys.free(use);
      throw fault;
    }
  };
}

/** The commands of the API and of forms, whose keys somebody else has chosen. */
export function bindDecisions(bindKey: BindKey, decisions: RecordDecision): RecordDecision {
  return {
    decide: bound(bindKey, 'decide', (order, command) => decisions.decide(order, command)),
    revoke: bound(bindKey, 'revoke', (order, command) => decisions.revoke(order, command)),
  };
}

export function bindChanges(bindKey: BindKey, changes: ChangeOrder): ChangeOrder {
  return {
    undo: bound(bindKey, 'undo', (order, command) => changes.undo(order, command)),
    chooseDoor: bound(bindKey, 'chooseDoor', (order, command) => changes.chooseDoor(order, command)),
    withdrawProof: bound(bindKey, 'withdrawProof', (order, command) => changes.withdrawProof(order, command)),
    cancel: bound(bindKey, 'cancel', (order, command) => changes.cancel(order, command)),
    recordRefund: bound(bindKey, 'recordRefund', (order, command) => changes.recordRefund(order, command)),
    takeDifference: bound(bindKey, 'takeDifference', (order, command) => changes.takeDifference(order, command)),
    giveDifferenceBack: bound(bindKey, 'giveDifferenceBack', (order, command) => changes.giveDifferenceBack(order, command)),
    sendTicketsAgain: bound(bindKey, 'sendTicketsAgain', (order, command) => changes.sendTicketsAgain(order, command)),
  };
}

export function bindAccess<Deeds extends Access>(bindKey: BindKey, deeds: Deeds): Deeds {
  return {
    ...deeds,
    renewCustomerLink: bound(bindKey, 'renewCustomerLink', (order, command: CommandHead) => deeds.renewCustomerLink(order, command)),
    correctAddress: bound(bindKey, 'correctAddress', (order, command: Correction) => deeds.correctAddress(order, command)),
  };
}

interface Access {
  readonly renewCustomerLink: RenewCustomerLink;
  readonly correctAddress: CorrectAddress;
}

type Correction = Parameters<CorrectAddress>[1];
type Obey<C, T> = (order: string, command: C) => Promise<T>;

/** The same command on the same order with the same content, by whoever asks. */
function bound<C extends CommandHead, T>(bindKey: BindKey, name: string, obey: Obey<C, T>): Obey<C, T> {
  return (order, command) => {
    const { command: key, by: _by, door: _door, ...content } = command;
    return bindKey(key, [name, order, content], () => obey(order, command));
  };
}
