import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One English word for one French word (docs/glossary.md), in every text that a spectator reads. */
const ROOMS = ['src/web', 'src/letters', 'src/pdf', 'src/domain'];
const files = ROOMS.flatMap((room) => filesIn(join(__dirname, '..', room)));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

test.each([
  ['placement libre: free seating', /unreserved(?=[ '])|general admission/i],
  ['à l’accueil: at the door', /(?:show|proof|(?<!your )card|original)[^'`]* at the box office|choose the box office/i],
])('%s', (_, other) => {
  expect(files.length).toBeGreaterThan(100);
  const words = (file: string) => readFileSync(file, 'utf8').split('\n').filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line)).join('\n'); // prettier-ignore
  expect(files.filter((file) => other.test(words(file)))).toEqual([]);
});
