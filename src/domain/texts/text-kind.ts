import type { Wording } from '../language';
import { LETTER_HEADS, LETTER_KINDS } from '../letter';
import type { LetterKind } from '../letter';

/** Pages that the law asks of whoever sells; `terms-of-sale` is accepted before anything is paid, and kept as it was then. */
export const PAGE_TEXTS = ['terms-of-sale', 'legal-notice'] as const;
export type PageText = (typeof PAGE_TEXTS)[number];

/** Where the venue speaks before anything is paid; `shop-door` takes the place of the two before it where proofs are only shown at the door, and when it is too late to send any. */
export const SHOP_TEXTS = ['shop-performance', 'shop-basket', 'shop-door', ...PAGE_TEXTS] as const;
export type ShopText = (typeof SHOP_TEXTS)[number];

/** Every text that a venue may write for itself. */
export const TEXT_KINDS = [...SHOP_TEXTS, ...LETTER_KINDS] as const;
export type TextKind = ShopText | LetterKind;

export function isShopText(kind: TextKind): kind is ShopText {
  return SHOP_TEXTS.some((one) => one === kind);
}

const SHOP_NAMES: Readonly<Record<ShopText, Wording>> = {
  'shop-performance': { fr: 'Page de la séance', en: 'Page of the performance' },
  'shop-basket': { fr: 'Panier', en: 'Basket' },
  'shop-door': {
    fr: 'Séance et panier, quand « Mes justificatifs » est fermé, ou la séance trop proche',
    en: 'Performance and basket, while “My proofs” is closed, or the performance too near',
  },
  'terms-of-sale': { fr: 'Conditions de vente', en: 'Terms of sale' },
  'legal-notice': { fr: 'Mentions légales', en: 'Legal notice' },
};

/** How people call each text. */
export function textName(kind: TextKind): Wording {
  return isShopText(kind) ? SHOP_NAMES[kind] : LETTER_HEADS[kind].name;
}
