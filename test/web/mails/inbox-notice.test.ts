import type { MailboxState } from '../../../src/domain/mailbox-state';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { signsIn, unmarked } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

const MAILBOX = 'validation@mariniers.example';
const opened = async (state: Partial<MailboxState>, as = SOPHIE_AT_THE_DESK) => {
  theatre = await openTheatre({
    needs: ({ inboundMail }) => ({ inboundMail: { ...inboundMail, mailboxes: () => Promise.resolve([{ mailbox: MAILBOX, ...state }]) } }),
  });
  return unmarked((await (await signsIn(theatre, as)).get('/guichet/statistiques')).text).replaceAll(/[\u00A0\u202F]/g, ' ');
};

it.each([
  [{ trouble: 'password-refused', since: '2027-01-11T16:12:00.000Z' }, 'refuse notre nom ou notre mot de passe'],
  [{ trouble: 'unreachable', since: '2027-01-11T16:12:00.000Z' }, 'ne répond plus depuis'],
  [{ readAt: '2027-01-11T16:12:00.000Z' }, 'n’a pas été lue depuis'],
] as const)('says on every page of the desk that replies are not read: %j', async (state, words) => {
  const page = await opened(state);
  expect(page).toContain('Les réponses par e-mail ne sont plus lues');
  expect(page).toContain(`${MAILBOX} ${words}`);
  expect(page).toContain('17 h 12');
});

it('says nothing of a mailbox that is read, nor to those who decide nothing', async () => {
  expect(await opened({ readAt: '2027-01-11T16:44:00.000Z' })).not.toContain('ne sont plus lues');
  await theatre.close();
  expect(await opened({ trouble: 'password-refused', since: '2027-01-11T16:12:00.000Z' }, HELENE_AT_THE_TILL)).not.toContain(
    'ne sont plus lues',
  );
});
