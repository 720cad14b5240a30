/** What we use of libheif-js; its own types are those of the raw WebAssembly functions. */
declare module 'libheif-js/wasm-bundle' {
  interface Pixels {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }

  export interface HeifImage {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Fills `into` with RGBA; calls back with null where that fails. */
    display(into: Pixels, done: (filled: Pixels | null) => void): void;
  }

  export class HeifDecoder {
    decode(bytes: Uint8Array): readonly HeifImage[];
  }
}
