/** Somebody whom we need could not be reached, before anything was asked of them: nothing has changed. */
export class Away extends Error {
  constructor(cause: unknown) {
    super('What was to be asked could not be reached.', { cause });
    this.name = 'Away';
  }
}

/** It was sent, and no answer has come: it may still be obeyed. Sent again under its own key it is obeyed once. */
export class NotYetHeard extends Error {
  constructor(cause: unknown) {
    super('What was sent is not answered yet.', { cause });
    this.name = 'NotYetHeard';
  }
}
