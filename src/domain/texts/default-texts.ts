import type { Language, Wording } from '../language';
import { PAGES } from './page-texts';
import { SPECTATOR_TEXTS } from './spectator-texts';
import { STAFF_TEXTS } from './staff-texts';
import { givesWay, textProblems } from './check-text';
import { PAGE_TEXTS, type PageText, type ShopText, type TextKind } from './text-kind';

const SHOP: Readonly<Record<ShopText, Wording>> = {
  ...PAGES,
  'shop-performance': {
    fr: 'Vous payez maintenant, vous déposez votre justificatif ensuite. Vos billets partent par e-mail dès qu’il est accepté : votre place est gardée pendant ce temps.',
    en: 'You pay now and send your proof afterwards. Your tickets leave by e-mail as soon as it is accepted: your seat is kept meanwhile.',
  },
  'shop-basket': {
    fr: 'Après le paiement, un e-mail vous ouvre « {rubrique} » : vous y déposez ce qui justifie chaque place à tarif réduit. {formats}.',
    en: 'After the payment an e-mail opens “{rubrique}”: there you send what proves each seat at a reduced tariff. {formats}.',
  },
  'shop-door': {
    fr: 'Vos billets partent par e-mail dès le paiement. Le justificatif de chaque place à tarif réduit vous est demandé à l’entrée : gardez-le sur vous.',
    en: 'Your tickets leave by e-mail as soon as you have paid. The proof of each seat at a reduced tariff is asked for at the entrance: keep it with you.',
  },
};

const DEFAULTS: Readonly<Record<TextKind, Wording>> = { ...SHOP, ...SPECTATOR_TEXTS, ...STAFF_TEXTS };

/** What is said where the venue has written nothing of its own. */
export function defaultText(kind: TextKind, language: Language): string {
  return DEFAULTS[kind][language];
}

/**
 * What is said. A text that this release can no longer fill (a field it names is gone) gives way to the original: a letter
 * that leaves in our words is better than none. The page of the texts says so.
 */
export function textToSay(kind: TextKind, language: Language, own: string | undefined): string {
  return own !== undefined && !givesWay(kind, own) ? own : defaultText(kind, language);
}

/** The pages that the law asks for and that still say no more than this program knows, or do not name who sells. */
export function unwrittenPages(language: Language, own: Readonly<Partial<Record<TextKind, string>>>): readonly PageText[] {
  return PAGE_TEXTS.filter((kind) => {
    const text = own[kind];
    return text === undefined || text === defaultText(kind, language) || textProblems(kind, text).length > 0;
  });
}
