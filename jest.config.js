// ESM-only packages that jest cannot require as they are (Node itself can).
const esm = [
  'otplib',
  '@otplib',
  '@scure',
  '@noble',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'pdfjs-dist',
  'email-reply-parser',
];

module.exports = {
  testEnvironment: 'node',
  // A cold browser, database or bundle on a busy machine: a bound, not a measure.
  testTimeout: 240_000,
  // Each file has a database, a mailbox and a web process of its own; jest would leave one of two cores idle.
  maxWorkers: 2,
  testMatch: ['**/test/**/*.test.ts'],
  // One real stack (MariaDB, Dovecot, SMTP, Temporal) for all files; without it the run fails.
  globalSetup: './test/global-setup.ts',
  globalTeardown: './test/global-teardown.ts',
  coverageProvider: 'v8',
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
};
