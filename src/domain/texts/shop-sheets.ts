import type { Language } from '../language';
import { textProblems } from './check-text';
import { ORDER_FIELDS, SELLER_FIELDS } from './field';
import type { FieldTable, TextSheet } from './field';
import { PAGES } from './page-texts';
import { PAGE_TEXTS, type PageText, type ShopText, type TextKind } from './text-kind';

const { lieu, téléphone, rubrique, formats } = ORDER_FIELDS;
const FIELDS = { lieu, téléphone, rubrique, formats, ...SELLER_FIELDS } as const satisfies FieldTable;

/** Who sells, and how to reach them: Code de la consommation L221-5; loi 2004-575 article 1-1, and the licence numbers. */
const WHO_SELLS = ['organisateur', 'adresse', 'téléphone', 'e-mail'];

/** What the shop says where the venue has written nothing of its own. */
export const SHOP_SHEETS: Readonly<Record<ShopText, TextSheet>> = {
  'terms-of-sale': { page: true, fields: requiring(WHO_SELLS), text: PAGES['terms-of-sale'] },
  'legal-notice': { page: true, fields: requiring([...WHO_SELLS, 'licences']), text: PAGES['legal-notice'] },
  'shop-performance': {
    fields: FIELDS,
    text: {
      fr: 'Vous payez maintenant, vous déposez votre justificatif ensuite. Vos billets partent par e-mail dès qu’il est accepté : votre place est gardée pendant ce temps.',
      en: 'You pay now and send your proof afterwards. Your tickets leave by e-mail as soon as it is accepted: your seat is kept meanwhile.',
    },
  },
  'shop-basket': {
    fields: FIELDS,
    text: {
      fr: 'Après le paiement, un e-mail vous ouvre « {rubrique} » : vous y déposez ce qui justifie chaque place à tarif réduit. {formats}.',
      en: 'After the payment an e-mail opens “{rubrique}”: there you send what proves each seat at a reduced tariff. {formats}.',
    },
  },
  'shop-door': {
    fields: FIELDS,
    text: {
      fr: 'Vos billets partent par e-mail dès le paiement. Le justificatif de chaque place à tarif réduit vous est demandé à l’entrée : gardez-le sur vous.',
      en: 'Your tickets leave by e-mail as soon as you have paid. The proof of each seat at a reduced tariff is asked for at the entrance: keep it with you.',
    },
  },
};

function requiring(names: readonly string[]): FieldTable {
  return Object.fromEntries(
    Object.entries<FieldTable[string]>(FIELDS).map(([name, field]) => [
      name,
      names.includes(name) ? { ...field, required: true as const } : field,
    ]),
  );
}

/** The pages that the law asks for and that still say no more than this program knows, or do not name who sells. */
export function unwrittenPages(language: Language, own: Readonly<Partial<Record<TextKind, string>>>): readonly PageText[] {
  return PAGE_TEXTS.filter((kind) => {
    const text = own[kind];
    const sheet = SHOP_SHEETS[kind];
    return text === undefined || text === sheet.text[language] || textProblems(sheet, text).length > 0;
  });
}
