import { ImapFlow } from 'imapflow';

/** A client for one visit to the mailbox, that waits so long for each answer. */
export function imapClient(url: string, patienceMs: number): ImapFlow {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  return new ImapFlow({ host: hostname, port: Number(port) || (secure ? 993 : 143), secure, auth, logger: false, ...patience });
}
