import type { PaymentNotification } from './payments';

/** What the sandbox provider has decided, as a real one's own books: a restart forgets nothing of it. */
export interface SandboxBook {
  /** Money that was paid stays paid, whatever is pressed afterwards. */
  write(notification: PaymentNotification, at: string): Promise<void>;
  /** `undefined`: nobody has pressed a button yet. */
  find(reference: string): Promise<PaymentNotification | undefined>;
}
