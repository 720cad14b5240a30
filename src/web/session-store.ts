import type { SessionData } from 'express-session';
import { Store } from 'express-session';
import type { Sessions } from '../ports/sessions';

/** A session whose cookie names no end of its own. */
const DAY_MS = 24 * 3_600_000;

type Done<T = void> = (fault?: unknown, value?: T) => void;

/**
 * express-session's store on ours. What goes wrong is told to the callback, once, and nowhere else: a fault that nobody
 * awaits would end the process.
 */
export class SessionStore extends Store {
  private readonly sessions: Sessions;
  private readonly warn: (what: string, fault: unknown) => void;

  constructor({ sessions, warn }: { readonly sessions: Sessions; readonly warn: (what: string, fault: unknown) => void }) {
    super();
    this.sessions = sessions;
    this.warn = warn;
  }

  override get(id: string, done: Done<SessionData | null>): void {
    tell(
      this.sessions.find(id).then((content) => (content === undefined ? null : JSON.parse(content))),
      done,
    );
  }

  override set(id: string, session: SessionData, done?: Done): void {
    tell(this.sessions.keep(id, { content: JSON.stringify(session), seconds: secondsOf(session), staff: session.staff?.id }), done);
  }

  override destroy(id: string, done?: Done): void {
    tell(this.sessions.forget(id), done);
  }

  /** After the answer is written: a session that could not be prolonged has lost nothing yet. */
  override touch(id: string, session: SessionData, done?: () => void): void {
    const touched = this.sessions.prolong(id, secondsOf(session));
    tell(touched.catch((fault: unknown) => this.warn('a session was not prolonged', fault)), done); // prettier-ignore
  }
}

/** From its length and not from its end, which another process may have written by another clock. */
function secondsOf({ cookie }: SessionData): number {
  return (cookie.originalMaxAge ?? DAY_MS) / 1000;
}

/** Out of the promise's reach: what the callback itself throws is not a fault of the store. */
function tell<T>(work: Promise<T>, done: Done<T> = () => undefined): void {
  work.then(
    (value) => setImmediate(done, undefined, value),
    (fault: unknown) => setImmediate(done, fault),
  );
}
