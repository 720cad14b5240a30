import type { PreviewLetter } from '../../ports/settings/letter-preview';
import type { Attachment } from '../../ports/mail/mailer';
import type { LinkSources } from '../links';
import { composeLetter } from '../compose-letter';
import type { LetterSettings } from '../compose-letter';
import { inventedFacts } from './invented-facts';

/** The very letter that the mailer composes, about people who do not exist. */
export function createPreviewLetter({ publicUrl, paths }: Pick<LetterSettings, 'publicUrl' | 'paths'>): PreviewLetter {
  return (kind, { venue, language, text }) => {
    const facts = { ...inventedFacts(kind, { venue, language }), texts: { [kind]: text } };
    const { subject, html, text: plain } = composeLetter(facts, [TICKETS], { publicUrl, paths, secrets: NO_SECRETS, house: venue });
    return { subject, html, text: plain };
  };
}

const TICKETS: Attachment = { name: 'billets.pdf', mime: 'application/pdf', content: Buffer.from('%PDF') };

/** The links of a preview lead nowhere: nothing in it opens anything. */
const NO_SECRETS: LinkSources['secrets'] = {
  reviewerToken: () => 'apercu'.padEnd(32, 'a'),
  customerLink: () => 'apercu'.padEnd(32, 'a'),
  signInLink: () => 'apercu'.padEnd(32, 'a'),
  staffInvitation: () => 'apercu'.padEnd(32, 'a'),
  hash: (text) => text,
};
