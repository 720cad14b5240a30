import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that people did not understand, or that nobody would say: none stands anywhere any more. */
const SAID = ['neither taken back nor exchanged', 'Choose the door', 'on the spot?', 'what we shall do', 'trop de points pour nous'];

const texts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));

test.each(SAID)('« %s » is said nowhere', (words) => {
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter(({ text }) => text.includes(words)).map(({ name }) => name)).toEqual([]);
});
