import { mailboxNews } from '../../domain/mailbox-state';
import type { MailboxState } from '../../domain/mailbox-state';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import { typeset } from '../../wording/typography';

/** That replies wait and nobody reads them is news on every page of those who decide. */
export function inboxNotice(states: readonly MailboxState[], { now, calendar }: Pick<Visit, 'now' | 'calendar'>): Html | undefined {
  const lines = states.flatMap((state) => {
    const news = mailboxNews(state, now);
    const since = (news === 'not-read' ? state.readAt : state.since) ?? now;
    return news ? [typeset(WORDS[news](state.mailbox, calendar.moment(since)))] : [];
  });
  if (lines.length === 0) return undefined;
  return html`<section class="notice" aria-labelledby="inbox-notice">
    <h2 id="inbox-notice">Les réponses par e-mail ne sont plus lues</h2>
    ${lines.map((line) => html`<p>${line}</p>`)}
    <p>Rien n’est perdu : elles attendent dans la boîte. D’ici là, décidez au guichet.</p>
  </section>`;
}

const WORDS = {
  'password-refused': (mailbox, since) =>
    `La boîte ${mailbox} refuse notre nom ou notre mot de passe, depuis ${since}. Qui administre le serveur peut le corriger (IMAP_URL).`,
  unreachable: (mailbox, since) => `La boîte ${mailbox} ne répond plus depuis ${since}. Nous réessayons sans cesse.`,
  'not-read': (mailbox, since) => `La boîte ${mailbox} n’a pas été lue depuis ${since} : le programme qui la lit semble arrêté.`,
} satisfies Record<NonNullable<ReturnType<typeof mailboxNews>>, (mailbox: string, since: string) => string>;
