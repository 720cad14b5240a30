import { Refusal } from '../../src/domain/refusal';
import type { CommandKeys } from '../../src/ports/command-keys';

/** Keys in memory. */
export function fakeCommandKeys(): CommandKeys {
  const used = new Map<string, { readonly content: string; readonly uses: number }>();
  return {
    bind({ command, content }) {
      const before = used.get(command) ?? { content, uses: 0 };
      if (before.content !== content) return Promise.reject(new Refusal('key-used-already', 'Used for something else.'));
      used.set(command, { content, uses: before.uses + 1 });
      return Promise.resolve();
    },
    free({ command, content }) {
      const before = used.get(command);
      if (before?.content !== content) return Promise.resolve();
      if (before.uses > 1) used.set(command, { content, uses: before.uses - 1 });
      else used.delete(command);
      return Promise.resolve();
    },
  };
}
