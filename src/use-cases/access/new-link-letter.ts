import type { SendLetter } from '../letters/send-letter';

/**
 * What became of the letter with a new link. `waiting`: its host could not be reached, the sweep sends it; `refused`: its host wants
 * no mail for that address; `unneeded`: nothing has changed, so none leaves.
 */
export const NEW_LINK_LETTERS = ['sent', 'waiting', 'refused', 'unneeded'] as const;

/** `version` is that of the link that opens the order now. */
export interface NewLink {
  readonly version: number;
  readonly letter: (typeof NEW_LINK_LETTERS)[number];
}

interface Needs {
  readonly sendLetter: SendLetter;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

/** Sends it, or what leaves with it, at once if it can be. */
export async function sendNewLink(key: Parameters<SendLetter>[0], { sendLetter, warn }: Needs): Promise<NewLink['letter']> {
  try {
    return await sendLetter(key);
  } catch (fault) {
    warn('a letter to be sent by the sweep', fault);
    return 'waiting';
  }
}
