import type { Seating, TicketTemplate } from '../../domain/ticket-template';
import type { Change } from '../settings/venue-settings';

export type PictureName = 'logo' | 'plan';

export interface TemplatePictures {
  readonly logo?: Buffer | undefined;
  readonly plan?: Buffer | undefined;
}

export interface TicketTemplates {
  list(venue: number): Promise<readonly (TicketTemplate & { readonly hasLogo: boolean; readonly hasPlan: boolean })[]>;
  find(
    venue: number,
    which: { readonly code: string; readonly seating: Seating },
  ): Promise<(TicketTemplate & TemplatePictures) | undefined>;
  /** What the tickets of an order are printed with: that of its delivery method or, held for proof, the venue's PDF product. */
  forOrder(order: string): Promise<(TicketTemplate & TemplatePictures) | undefined>;
  /** Writes it in the place of the one of that code and seating; its pictures stay. */
  put(venue: number, template: TicketTemplate, change: Change): Promise<void>;
  /** A picture that is fit for the sheet already; none takes it away. Refuses with `template-not-found`. */
  putPicture(
    venue: number,
    picture: { readonly code: string; readonly seating: Seating; readonly name: PictureName; readonly content: Buffer | undefined },
    change: Change,
  ): Promise<void>;
  /** Refuses with `template-not-found`, and with `template-in-use` while a delivery method or the venue names it. */
  remove(venue: number, which: { readonly code: string; readonly seating: Seating }, change: Change): Promise<void>;
}

/** Pictures of a ticket, made fit for the sheet. */
export interface PictureShrinker {
  /** Hostile until inspected. Refuses as proofs do: `file-type-not-accepted`, `file-damaged`, `image-too-large`. */
  shrink(name: PictureName, file: AsyncIterable<Buffer>): Promise<{ readonly content: Buffer; readonly tooHeavy: boolean }>;
  /** The first page of a PDF of ours, as a PNG. */
  picture(pdf: Buffer): Promise<Buffer>;
}
