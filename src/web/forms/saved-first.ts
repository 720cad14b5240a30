import type { Request, RequestHandler } from 'express';
import { saveSession } from '../session';

/**
 * A session that was changed is kept before the answer leaves. express-session lets the head of an answer out first: a
 * redirect was followed, now and then, to a page that read the session as it had been.
 */
export const savedFirst: RequestHandler = (request, response, next) => {
  const before = contentOf(request);
  const end = response.end.bind(response);
  const leave = (given: readonly unknown[]): void => void Reflect.apply(end, response, given);
  response.end = (...given: readonly unknown[]) => {
    // Once: the page that tells a fault leaves at once.
    response.end = end;
    if (response.headersSent || !changed(request, before)) leave(given);
    else
      saveSession(request).then(
        () => leave(given),
        (fault: unknown) => {
          response.removeHeader('Location');
          setImmediate(() => next(fault));
        },
      );
    return response;
  };
  next();
};

/** A session that was ended has nothing to keep. */
function changed(request: Partial<Pick<Request, 'session'>>, before: string): boolean {
  return request.session !== undefined && contentOf({ session: request.session }) !== before;
}

function contentOf({ session }: Pick<Request, 'session'>): string {
  return JSON.stringify(session, (key, value: unknown) => (key === 'cookie' ? undefined : value));
}
