import { Refusal } from '../../src/domain/refusal';
import type { CommandKeys } from '../../src/ports/command-keys';

/** Keys in memory. */
export function fakeCommandKeys(): CommandKeys {
  const used = new Map<string, string>();
  return {
    bind({ command, content }) {
      const before = used.get(command) ?? content;
      used.set(command, before);
      return before === content ? Promise.resolve() : Promise.reject(new Refusal('key-used-already', 'Used for something else.'));
    },
  };
}
