import type { Language } from '../../../domain/language';
import type { Block, Draft, Text } from '../letter';
import { paragraph } from '../letter';
import type { LetterLinks } from '../links';
import { showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts } from '../writing';

/** What the four letters about money given back have in common. */
export interface MoneyNews {
  readonly need: string;
  readonly title: string;
  readonly news: Text;
  readonly more?: readonly Block[];
  readonly closing: string;
}

export function moneyLetter(facts: OrderFacts, links: LetterLinks, { need, title, news, more = [], closing }: MoneyNews): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  return {
    subject: subjectLine('', order.performance.showTitle, need),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: words.greeting(order.customer.name) },
      paragraph(news),
      showBlock(order, language),
      ...more,
      paragraph(words.question),
      signOff(closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

const fr = {
  greeting: (name: string) => `Bonjour ${name},`,
  question: 'Une question ? Répondez simplement à ce message.',
};
const en: typeof fr = { greeting: (name) => `Dear ${name},`, question: 'A question? Simply answer this message.' };
const WORDS: Record<Language, typeof fr> = { fr, en };
