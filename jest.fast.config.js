// The tests that need no server: rules, words, replies, letters. For the minute between two edits (`make quick`); `make test` runs all.
const { globalSetup, globalTeardown, ...whole } = require('./jest.config');

module.exports = {
  ...whole,
  testMatch: ['domain', 'letters', 'payment', 'replies', 'use-cases', 'wording'].map((room) => `**/test/${room}/**/*.test.ts`),
  // Against a real mailbox, or many seconds long.
  testPathIgnorePatterns: ['/node_modules/', 'mail-under-fire', 'altered-replies', 'replies/in-time', 'replies/properties'],
};
