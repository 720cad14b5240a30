import { composeLetter } from '../letters/compose-letter';
import type { LetterPaths } from '../letters/links';
import { createMailer } from '../mail/smtp-mailer';
import type { createVenues } from '../mysql/catalogue/venue';
import type { Mailer } from '../ports/mail/mailer';
import { pathOf } from '../web/paths';
import type { Config } from './config';
import type { createSecrets } from './keys';

interface HouseMailer {
  readonly venues: ReturnType<typeof createVenues>;
  readonly secrets: ReturnType<typeof createSecrets>;
}

/** The venue's name and addresses stand in the catalogue: the mailer is made with the first letter. */
export function createHouseMailer(
  config: Pick<Config, 'SMTP_URL' | 'PUBLIC_URL'>,
  { venues, secrets }: HouseMailer,
): Mailer & { close(): void } {
  let made: ReturnType<typeof createMailer> | undefined;
  return {
    async send(facts, attachments) {
      made ??= await mailer();
      return made.send(facts, attachments);
    },
    close: () => made?.close(),
  };

  async function mailer() {
    const settings = { publicUrl: config.PUBLIC_URL, paths: LETTER_PATHS, secrets, house: await sender() };
    return createMailer({ smtpUrl: config.SMTP_URL, compose: (...letter) => composeLetter(...letter, settings) });
  }

  async function sender() {
    const [first, ...others] = await venues();
    if (!first) throw new Error('No venue is in the catalogue yet: nobody can write letters.');
    // What is about no order leaves from the first venue's address, in the name of whoever runs them all.
    return others.length > 0 ? { ...first, name: first.organizer, senderName: '' } : first;
  }
}

/** Where the pages lie that letters lead to. */
export const LETTER_PATHS: LetterPaths = {
  customer: (secret, goal) => pathOf('customerLink', { secret }, goal.seat === undefined ? undefined : { place: goal.seat }),
  signIn: (secret) => pathOf('signInLink', { secret }),
  order: (reference) => pathOf('order', { reference }),
  invitation: (secret) => pathOf('deskInvitation', { secret }),
  account: () => pathOf('deskAccount'),
  desk: (reference) => pathOf('deskReview', { reference }),
  deskOrder: (reference) => pathOf('deskOrder', { reference }),
  deskMails: () => pathOf('deskMails'),
  rights: () => pathOf('personalData'),
  terms: (venue) => pathOf('venueTerms', { venue }),
};
