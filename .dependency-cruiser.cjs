// Who may import whom (docs/decisions/0001). Every room names all that it may reach inside the tree; packages and
// node: modules are named where a room must stay pure. test/architecture.test.ts holds that every file was read.
const rooms = {
  'src/domain': { inside: ['src/domain'], outside: [] },
  'src/wording': { inside: ['src/wording', 'src/domain'], outside: ['luxon'] },
  'src/ports': { inside: ['src/ports', 'src/domain'], outside: ['node:stream'] },
  'src/use-cases': { inside: ['src/use-cases', 'src/ports', 'src/domain'] },
  workflows: { inside: ['workflows', 'src/domain', 'activities'], outside: ['@temporalio/workflow', '@temporalio/common'] },
  activities: {
    inside: ['activities', 'src/use-cases', 'src/ports', 'src/domain'],
    outside: ['@temporalio/activity', '@temporalio/common'],
  },
  'src/mysql': { inside: ['src/mysql', 'src/wording', 'src/ports', 'src/domain', 'migrations'] },
  'src/mail': { inside: ['src/mail', 'src/wording', 'src/ports', 'src/domain'] },
  'src/replies': { inside: ['src/replies', 'src/wording', 'src/ports', 'src/domain'] },
  'src/letters': { inside: ['src/letters', 'src/wording', 'src/ports', 'src/domain'] },
  'src/pdf': { inside: ['src/pdf', 'src/wording', 'src/ports', 'src/domain'] },
  'src/files': { inside: ['src/files', 'src/wording', 'src/ports', 'src/domain'] },
  'src/payment': { inside: ['src/payment', 'src/wording', 'src/ports', 'src/domain'] },
  'src/temporal': { inside: ['src/temporal', 'src/ports', 'src/domain', 'workflows'] },
  'src/web': { inside: ['src/web', 'src/wording', 'src/use-cases', 'src/ports', 'src/domain'] },
  // They run in a browser, and share with the server the rules and the types of what both tell each other.
  'src/web/scripts': { inside: ['src/web/scripts', 'src/web/check-in/device.ts', 'src/domain'], outside: [] },
  migrations: { inside: ['migrations'], outside: ['knex'] },
};

const anyOf = (paths) => `^(${paths.map((path) => path.replaceAll('/', '\\/')).join('|')})(\\/|$)`;
const ours = '^(src|workflows|activities|migrations|local|bench|test)\\/';

const insideRules = Object.entries(rooms).map(([room, { inside }]) => ({
  name: `${room.replaceAll('/', '-')}-reaches`,
  severity: 'error',
  from: { path: anyOf([room]) },
  to: { path: ours, pathNot: anyOf(inside) },
}));

const outsideRules = Object.entries(rooms)
  .filter(([, { outside }]) => outside)
  .map(([room, { outside }]) => ({
    name: `${room.replaceAll('/', '-')}-stays-pure`,
    severity: 'error',
    from: { path: anyOf([room]) },
    to: {
      dependencyTypesNot: ['local', 'localmodule'],
      pathNot: [ours, ...outside.map((name) => (name.startsWith('node:') ? `^${name.slice(5)}$` : `node_modules\\/${name}\\/`))],
    },
  }));

module.exports = {
  forbidden: [
    ...insideRules,
    ...outsideRules,
    {
      name: 'nobody-imports-entry',
      severity: 'error',
      from: { path: '^(src|workflows|activities|migrations)\\/', pathNot: '^src\\/entry\\/' },
      to: { path: '^src\\/entry\\/' },
    },
    {
      name: 'nobody-imports-scripts',
      severity: 'error',
      from: { pathNot: '^src\\/web\\/scripts\\/' },
      to: { path: '^src\\/web\\/scripts\\/' },
    },
    {
      name: 'temporal-knows-messages',
      severity: 'error',
      from: { path: '^src\\/temporal\\/' },
      to: { path: '^workflows\\/', pathNot: '^workflows\\/(messages|search-attributes|order|mailbox|tidy)\\.ts$' },
    },
    // What every page uses names no page: only nouns.ts names them, and app.ts lays all together. The desk has its own page for a fault.
    {
      name: 'web-root-names-no-pages',
      severity: 'error',
      from: { path: '^src\\/web\\/([^/]+\\.ts$|forms\\/|page\\/|words\\/)', pathNot: '^src\\/web\\/(app|nouns)\\.ts$' },
      to: { path: '^src\\/web\\/[^/]+\\/', pathNot: '^src\\/web\\/(forms|page|words|assets|desk)\\/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
};
