import type { Block, Draft, Text } from '../letter';
import { passage } from '../passage';
import type { LetterLinks } from '../links';
import { showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts } from '../writing';
import { greeting } from '../wording/greeting';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import { QUESTION } from '../wording/question';
import type { TextSheet } from '../../domain/texts/field';

export const MONEY = {
  fields: { ...ORDER_FIELDS, annonce: PARTS.news, séance: PARTS.show, places: PARTS.seats },
  text: {
    fr: `{annonce}\n\n{séance}\n\n{places}\n\n${QUESTION.fr}`,
    en: `{annonce}\n\n{séance}\n\n{places}\n\n${QUESTION.en}`,
  },
} as const satisfies TextSheet;

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
  return {
    subject: subjectLine('', order.performance.showTitle, need),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(MONEY, facts, { annonce: news, séance: [showBlock(order, language)], places: more }),
      signOff(closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}
