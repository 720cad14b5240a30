import type { OrderView } from '../domain/order-view';
import type { Attachment } from './mail/mailer';

/** An order's performance for the spectator's own calendar. The same order makes the same file, whoever asks. */
export type CalendarFile = (order: OrderView) => Attachment;
