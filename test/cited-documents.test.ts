import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const ROOMS = ['src', 'workflows', 'activities', 'migrations', 'local', 'bench', 'test'];

/** Whoever reads a comment can open what it cites, at the section that it names. */
it('every document that the code cites is in the repository, with that section', () => {
  const files = ROOMS.flatMap(sourcesIn);
  const cited = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/([\w./-]*\w\.md)(?: (\d+(?:\.\d+)*))?/g)].map(([, path = '', section]) => ({
      file,
      path,
      section,
    })),
  );
  expect(cited.length).toBeGreaterThan(30);
  expect(cited.filter(({ path, section }) => !isThere(path, section))).toEqual([]);
});

/** And whoever reads a document can open the file that it names. `<kind>` and the like are patterns. */
it('every file that a document names is in the repository', () => {
  const folders = ['.', 'docs', join('docs', 'decisions')];
  const documents = folders.flatMap((folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))); // prettier-ignore
  const named = documents.flatMap((document) =>
    [
      ...readFileSync(join(ROOT, document), 'utf8').matchAll(
        /(?:src|test|workflows|activities|local|bench)\/[\w/.-]+\.(?:ts|js|mjs|css)\b/g,
      ),
    ].map(([path]) => ({ document, path })),
  );
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
});

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|css)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(room, name))
    .filter((name) => name !== join('test', 'cited-documents.test.ts'));
}

function isThere(path: string, section: string | undefined): boolean {
  const file = join(ROOT, path);
  if (!existsSync(file)) return false;
  return section === undefined || new RegExp(`^#+ ${section.replaceAll('.', '\\.')}\\b`, 'm').test(readFileSync(file, 'utf8'));
}
