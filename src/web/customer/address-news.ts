import type { Language } from '../../domain/language';
import { say } from '../../wording/typography';
import type { CORRECTIONS } from '../corrected-address';
import type { Piece } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';

interface Corrected {
  readonly email: string;
  readonly reference: string;
}

/** What a correction of the address has done: a link is promised only where one leaves. */
export function addressNews(language: Language, done: keyof typeof CORRECTIONS, { email, reference }: Corrected): AddressNews {
  const words = WORDS[language];
  const link = html`<a href="${pathOf('findOrder')}">${words.find}</a>`;
  const again = html`<a href="${pathOf('correctAddress', { reference })}">${words.again}</a>`;
  const texts = { corrected: words.leaves, same: html`${words.same} ${link}.`, refused: html`${words.refused} ${again}.` };
  return { title: done === 'same' ? words.already(email) : words.now(email), text: texts[done] };
}

interface AddressNews {
  readonly title: string;
  readonly text: Piece;
}

const WORDS = {
  fr: {
    now: (email: string) => `Nous écrivons maintenant à ${email}`,
    already: (email: string) => `Nous écrivons déjà à ${email}`,
    leaves: 'Un nouveau lien y arrive dans quelques minutes.',
    same: say`C’était déjà l’adresse de votre commande : rien n’a changé, et aucun message ne part. Pour recevoir un nouveau lien :`,
    find: 'Retrouver mes billets',
    refused: say`Sa messagerie a refusé le message avec votre nouveau lien. Si l’adresse est mal écrite :`,
    again: 'Corriger mon adresse e-mail',
  },
  en: {
    now: (email: string) => `We now write to ${email}`,
    already: (email: string) => `We write to ${email} already`,
    leaves: 'A new link arrives there in a few minutes.',
    same: 'It was the address of your order already: nothing has changed, and no message leaves. To get a new link:',
    find: 'Find my tickets',
    refused: 'Its mailbox has refused the message with your new link. If the address is mistyped:',
    again: 'Correct my e-mail address',
  },
} satisfies Record<Language, unknown>;
