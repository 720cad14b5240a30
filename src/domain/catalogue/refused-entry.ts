import type { Wording } from '../language';
import { Refusal, type RefusalCode } from '../refusal';

/** What is wrong with one field of an entry, or with one cell of a file. */
export interface EntryFault {
  /** JSON pointer into what was sent: `#/tillOperator`. */
  readonly pointer: string;
  readonly says: Wording;
  /** Where it stood, if not in what was sent: `#/channel`, `#/after`. */
  readonly in?: 'path' | 'query';
  /** Of a file, from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A refusal that names every fault at once: an office mends them in one go. */
export class RefusedEntry extends Refusal {
  readonly faults: readonly EntryFault[];

  constructor(faults: readonly EntryFault[], code: RefusalCode = 'entry-not-accepted') {
    super(code, faults.map(({ pointer, says }) => `${pointer}: ${says.en}`).join(' '));
    this.faults = faults;
  }
}

export function refuseFaults(faults: readonly EntryFault[], code?: RefusalCode): void {
  if (faults.length > 0) throw new RefusedEntry(faults, code);
}

/** What was said to follow a page of a list, and does not. */
export function followsNothing(): RefusedEntry {
  const says = {
    fr: 'Aucune page ne suit ici : reprenez `next` de la page d’avant.',
    en: 'No page follows here: take `next` of the page before.',
  };
  return new RefusedEntry([{ in: 'query', pointer: '#/after', says }], 'input-invalid');
}

/** A code or number that is nobody's. */
export function unknownName(pointer: string, name: string | number): EntryFault {
  return { pointer, says: { fr: `« ${name} » n’existe pas ou n’est plus en usage.`, en: `“${name}” does not exist or is retired.` } };
}
