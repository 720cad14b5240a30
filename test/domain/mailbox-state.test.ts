import { mailboxNews } from '../../src/domain/mailbox-state';

const NOW = '2027-01-10T18:00:00.000Z';
const box = { mailbox: 'validation@mariniers.example' };

test.each([
  ['never read', box, undefined],
  ['read a minute ago', { ...box, readAt: '2027-01-10T17:59:00.000Z' }, undefined],
  ['not read for an hour', { ...box, readAt: '2027-01-10T17:00:00.000Z' }, 'not-read'],
  ['password refused just now', { ...box, trouble: 'password-refused', since: NOW }, 'password-refused'],
  ['away for a minute', { ...box, trouble: 'unreachable', since: '2027-01-10T17:59:00.000Z' }, undefined],
  ['away for an hour', { ...box, trouble: 'unreachable', since: '2027-01-10T17:00:00.000Z' }, 'unreachable'],
] as const)('a mailbox %s', (_what, state, news) => {
  expect(mailboxNews(state, NOW)).toBe(news);
});
