import type { Language } from '../../domain/language';
import { wayOf, type BackByWay, type WayBack } from '../../domain/order/way-back';
import { euros } from '../../wording/amounts';

/** « … vous seront rendus … », each amount by its way where there are two. */
export function byTheWay(back: BackByWay, language: Language): string {
  const way = wayOf(back);
  return way === 'both' ? EACH[language](euros(back.provider, language), euros(back.counter, language)) : BY_THE_WAY[language][way];
}

const EACH: Record<Language, (online: string, counter: string) => string> = {
  fr: (online, counter) => `comme vous aviez payé : ${online} sur votre carte et ${counter} au guichet`,
  en: (online, counter) => `as you paid: ${online} on your card and ${counter} at the box office`,
};

/** « … vous seront rendus » by which way. */
export const BY_THE_WAY: Record<Language, Record<WayBack, string>> = {
  fr: {
    provider: 'sur votre moyen de paiement',
    counter: 'au guichet, par le moyen dont vous aviez payé',
    both: 'comme vous aviez payé : sur votre carte et au guichet',
  },
  en: {
    provider: 'by the way you paid',
    counter: 'at the box office, by the way you paid',
    both: 'as you paid: on your card and at the box office',
  },
};
