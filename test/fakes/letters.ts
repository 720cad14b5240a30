import type { Letters } from '../../src/ports/mail/letters';
import { letterKey } from '../../src/domain/letter';

type Written = Parameters<Letters['write']>[0];

/** Letters that no story owns, as they are written down. */
export function fakeLetterBox(): Pick<Letters, 'write'> & { readonly written: Written[] } {
  const written: Written[] = [];
  return {
    written,
    write: (letter) => {
      written.push(letter);
      return Promise.resolve(letterKey(letter));
    },
  };
}
