import type { Language } from '../../domain/language';
import type { TextSheet } from '../../domain/texts/field';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Draft } from '../letter';
import { passage } from '../passage';
import type { Writing } from '../writing';
import { greeting } from '../wording/greeting';

interface Words {
  readonly subject: string;
  readonly title: string;
  readonly button: string;
}

interface AccountLetter {
  readonly body: TextSheet & { readonly fields: { readonly bouton: object } };
  readonly words: Readonly<Record<Language, Words>>;
  /** Where its one button leads. */
  readonly href: string;
}

/** To somebody of the venue about their own account of the desk. */
export function accountLetter(facts: LetterFacts, { house }: Writing, { body, words, href }: AccountLetter): Draft {
  const { subject, title, button } = words[facts.language];
  return {
    subject,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: greeting(facts.recipient.name, facts.language) },
      ...passage(body, facts, { bouton: [{ kind: 'button', link: { label: button, href } }] }),
    ],
    foot: [`${house.name}, ${house.email}`],
  };
}
