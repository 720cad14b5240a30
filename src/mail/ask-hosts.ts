import { createTransport } from 'nodemailer';
import type { AskService } from '../ports/sale/service-checks';
import { imapClient } from './imap-client';

/** Signs in to the mailbox and opens its INBOX; nothing in it is touched. */
export function createAskInbox(imapUrl: string, patienceMs: number): AskService {
  return async () => {
    const client = imapClient(imapUrl, patienceMs);
    client.on('error', () => undefined); // told by the call that it breaks
    try {
      await client.connect();
      await client.status('INBOX', { messages: true });
      return 'ok';
    } catch (fault) {
      if (fault instanceof Error && 'authenticationFailed' in fault && fault.authenticationFailed === true) return 'refused';
      throw fault;
    } finally {
      client.close();
    }
  };
}

/** Greets and signs in as a letter would, and sends none. */
export function createAskMailer(smtpUrl: string, patienceMs: number): AskService {
  return async () => {
    const times = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
    const transport = createTransport({ url: smtpUrl, ...times });
    try {
      await transport.verify();
      return 'ok';
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'EAUTH') return 'refused';
      throw fault;
    } finally {
      transport.close();
    }
  };
}
