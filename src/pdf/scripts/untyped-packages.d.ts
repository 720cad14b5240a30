// Packages that bring no types, or those of another module format: what is used of them.

declare module 'bidi-js' {
  interface Embedding {
    /** One a UTF-16 unit: odd ones run from right to left. */
    readonly levels: Uint8Array;
  }

  export interface Bidi {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): Embedding;
    /** The places of the units in the text, from left to right as they are seen. */
    getReorderedIndices(text: string, embedding: Embedding): readonly number[];
    getMirroredCharacter(sign: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}

declare module 'harfbuzzjs' {
  /** What it holds is outside the collector's reach, and given back by hand. */
  interface Held {
    destroy(): void;
  }

  export interface HarfBuzz {
    createBlob(file: Uint8Array): Held;
    createFace(blob: Held, index: number): Held;
    createFont(face: Held): Held;
    createBuffer(): Buffer;
    shape(font: Held, buffer: Buffer): void;
  }

  interface Buffer extends Held {
    addText(text: string): void;
    guessSegmentProperties(): void;
    setDirection(direction: 'ltr' | 'rtl'): void;
    /** Glyphs from left to right: id, first letter (UTF-16) of its syllable, advance and offset in font units. */
    json(): readonly {
      readonly g: number;
      readonly cl: number;
      readonly ax: number;
      readonly ay: number;
      readonly dx: number;
      readonly dy: number;
    }[];
  }

  const ready: Promise<HarfBuzz>;
  export default ready;
}

declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'truetype';
    readonly noHinting: boolean;
    readonly variationAxes: Readonly<Record<string, number>>;
  }
  export default function subsetFont(font: Buffer, letters: string, options: Options): Promise<Buffer>;
}
