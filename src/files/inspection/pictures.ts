/** What an inspection finds beside the pictures that it shows on the way. */
export interface PicturesFound {
  /** SHA-256, hex, of the decoded pixels. */
  readonly pixels: string;
  readonly pagesInFile: number;
  /** Of the picture, or of the largest page that is shown. */
  readonly width: number;
  readonly height: number;
}

export type ShowPicture = (of: 'page' | 'thumbnail', jpeg: Buffer) => Promise<void>;

/** Of one picture, on its own or in a PDF: three times what a telephone takes. */
export const MOST_PIXELS = 40e6;
