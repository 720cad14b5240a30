import type { LetterFacts } from './letters';

export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
  /** Shown inside the letter rather than beside it. */
  readonly inline?: { readonly id: string; readonly alt: string } | undefined;
  /** The proof's place in the letter: which seat it is for. */
  readonly seat?: number | undefined;
}

export interface SentLetter {
  readonly messageId: string;
  readonly refused?: string | undefined;
}

export interface Mailer {
  /**
   * Renders and hands over one letter. The same facts make the same letter and Message-ID, so it may be sent again.
   * `refused` carries the host's words when it refuses the letter for good; a passing trouble rises.
   */
  send(facts: LetterFacts, attachments: readonly Attachment[]): Promise<SentLetter>;
}
