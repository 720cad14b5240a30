import type { Readable } from 'node:stream';
import type { FORMATS, ProofFormat } from '../../domain/proof-rules';

/**
 * Where the papers of spectators lie. A file is hostile until proved otherwise: it is told by its content, inspected apart
 * from this process, kept encrypted, and shown as pictures that we rendered. A proof is known by its id alone, never by the
 * name that the customer gave to the file.
 *
 * Whatever shows a proof throws `Refusal('proof-not-found')` when it was purged, or never was, or has no such page, and
 * `Refusal('proof-lost')` when it is damaged. A disk that is away, or a key that is not configured, is a fault.
 */
export interface ProofFiles {
  /**
   * Takes one file in. `proofId` is made by the caller at random (`[a-z0-9-]`, 8 to 64 characters). What is added to memory
   * does not depend on the length of the stream: reading stops, and the stream is destroyed, as soon as the limit is passed.
   *
   * Refuses with `file-too-big` (detail `limit`, in bytes), `file-empty`, `file-type-not-accepted` (detail `kind`: `heic`,
   * `docx` … or `unknown`; one that we know where `formats` does not name it), `file-damaged` (detail `why`: `unreadable`, `time`, `crash` or `nested`), `image-too-large` (detail
   * `limit`, in pixels), `image-too-small`, `pdf-locked`, `pdf-active` (detail `found`: the name that the PDF uses, `JavaScript` for one).
   * `busy-now` means that no inspection has a turn for it.
   * Nothing is left of a file that is refused, of a stream that breaks off (that is a fault) or, after `sweep`, of a crash.
   *
   * The same bytes under the same id may come twice and give the same answer; other bytes under a taken id are a fault.
   */
  receive(
    proofId: string,
    stream: Readable,
    options: {
      readonly maxBytes: number;
      readonly formats?: readonly ProofKind[] | undefined;
      /** Whose turn it takes to be inspected. */
      readonly sender?: { readonly order: string; readonly address: string } | undefined;
    },
  ): Promise<ReceivedFile>;

  /** One page, counted from 1, as a JPEG. The watermark is written above and below the picture, never over what is to be read. */
  page(proofId: string, n: number, look?: ProofLook): Promise<Buffer>;

  /** The first page, at most 320 pixels wide or high, as a JPEG. */
  thumbnail(proofId: string, look?: Pick<ProofLook, 'turns'>): Promise<Buffer>;

  /** What goes into a letter: a JPEG when there is one page, else a PDF made of our pictures. Never the customer's file. */
  rendered(proofId: string, look?: ProofLook): Promise<ProofDocument>;

  /** The customer's own bytes. Only for a download that leaves an audit line, and always as an attachment. */
  original(proofId: string): Promise<ProofDocument>;

  /** Deletes the wrapped key first, then all the rest. May be called again, also for a proof that never was. */
  purge(proofId: string): Promise<void>;

  /** Throws where no proof could be kept: nothing can be written, or almost no room is left. */
  checkRoom(): Promise<void>;

  /** Removes what crashes left half written more than an hour before `now` (ISO 8601). Answers how many were removed. */
  sweep(now: string): Promise<number>;

  /** Ids of the proofs kept since before `instant` (ISO 8601): the nightly sweep compares them with the records. */
  storedBefore(instant: string): Promise<readonly string[]>;
}

/** Whose control a picture was shown for, and when; no name of a person. */
export interface ProofMark {
  readonly venue: { readonly name: string; readonly timeZone: string };
  readonly at: string;
}

interface ProofLook {
  readonly watermark?: ProofMark | undefined;
  /** By page, in quarter turns to the right, as the desk has turned them. */
  readonly turns?: readonly number[] | undefined;
}

export interface ReceivedFile {
  readonly kind: ProofKind;
  readonly bytes: number;
  /** Of the bytes as sent. Not to be kept longer than the file: `fingerprints` are made for that. */
  readonly sha256: string;
  /** How many pages can be shown, at most 10. */
  readonly pages: number;
  /** How many pages the file has: the desk says so when it is more. */
  readonly pagesInFile: number;
  readonly fingerprints: ProofFingerprints;
}

export type ProofKind = ProofFormat;

/**
 * Keyed (HMAC-SHA-256, hex), so that they may outlive the file without telling anything about it. Equal `bytes`: the very
 * same file; equal `pixels`: the same picture in another wrapping. A hint for staff, never a reason to refuse.
 */
interface ProofFingerprints {
  readonly bytes: string;
  readonly pixels: string;
}

export interface ProofDocument {
  readonly extension: (typeof FORMATS)[ProofKind]['extensions'][0];
  readonly mime: (typeof FORMATS)[ProofKind]['mime'];
  readonly content: Buffer;
}
