/**
 * Too many want the same at once, and this one was put off: nothing has changed. A fault and no refusal, since the same may
 * be asked again: stories do so by themselves, people and programs are told to.
 */
export class Busy extends Error {
  readonly afterSeconds = 2;

  constructor(cause: unknown) {
    super('The record is busy.', { cause });
    this.name = 'Busy';
  }
}
