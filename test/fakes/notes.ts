import type { Notes } from '../../src/ports/notes';

/** What people said, by reference. */
export function fakeNotes(): Notes & { readonly said: Map<string, string> } {
  const said = new Map<string, string>();
  return {
    said,
    write: async ({ ref, text }) => {
      if (!said.has(ref)) said.set(ref, text);
    },
  };
}
