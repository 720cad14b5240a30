import type { Language } from '../../domain/language';
import type { Block, Draft, Text } from '../letter';
import { passage } from '../passage';
import type { LetterLinks } from '../links';
import { showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts } from '../writing';

/** What the four letters about money given back have in common. */
export interface MoneyNews {
  readonly kind: 'cancelled' | 'refunded' | 'payment-refund' | 'order-refund';
  readonly need: string;
  readonly title: string;
  readonly news: Text;
  readonly more?: readonly Block[];
  readonly closing: string;
}

export function moneyLetter(facts: OrderFacts, links: LetterLinks, { kind, need, title, news, more = [], closing }: MoneyNews): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  return {
    subject: subjectLine('', order.performance.showTitle, need),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: words.greeting(order.customer.name) },
      ...passage(kind, facts, { annonce: news, séance: [showBlock(order, language)], places: more }),
      signOff(closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

const fr = { greeting: (name: string) => `Bonjour ${name},` };
const en: typeof fr = { greeting: (name) => `Dear ${name},` };
const WORDS: Record<Language, typeof fr> = { fr, en };
