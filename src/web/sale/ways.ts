import type { MissingCode, MissingStep, ReadinessStep } from '../../domain/sale/missing-step';
import type { ReadinessFacts } from '../../domain/sale/readiness-facts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Visit } from '../visit';
import { venueQuery } from '../settings/venue-line';

/** The steps that are one name to write down: a button makes them. */
export const MADE_AT_ONCE = ['till-operator', 'sales-channel', 'payment-method'] as const satisfies readonly ReadinessStep[];

/** Where a step is made. What no page makes yet is made through the API, and its document says how. */
export function wayTo(visit: Visit, lacking: readonly MissingStep[], facts: ReadinessFacts): Html | undefined {
  const [first] = lacking;
  if (!first) return undefined;
  const step = first.where;
  const made = lacking.some(({ code }) => MADE_AT_ONCE.some((one) => one === code));
  if (made) return makeAtOnce(visit, step, facts);
  const found = lacking.map(({ code }) => wayOf(visit, code, facts)).find((one) => one !== undefined);
  if (!found) return undefined;
  const { href, words } = found;
  return html`<a class="button" href="${href}">${words}</a>`;
}

function makeAtOnce(visit: Visit, step: ReadinessStep, { performanceId }: ReadinessFacts): Html {
  return html`<form method="post" action="${pathOf('deskMakeStep', { performance: performanceId, step })}">
    ${visit.guardField()}<button class="plain" type="submit">${step === 'sales-channel' ? 'La créer' : 'Le créer'}</button>
  </form>`;
}

interface Way {
  readonly href: string;
  readonly words: string;
}

/** `undefined`: it mends itself, or nobody can from here. */
function wayOf(visit: Visit, code: MissingCode, { performanceId, rule, sameRoom }: ReadinessFacts): Way | undefined {
  const venue = venueQuery(visit);
  const rules = pathOf('deskSaleRule', { performance: performanceId, channel: 'INTERNET' });
  switch (code) {
    case 'sale-rule':
      return { href: rules, words: 'Écrire la règle de vente' };
    case 'sale-after-start':
    case 'sale-over':
      return { href: rules, words: 'Changer la clôture' };
    case 'places':
    case 'allocation':
      return { href: pathOf('deskSaleRules', { performance: performanceId }), words: 'Ouvrir les réserves' };
    case 'delivery-held-for-proof':
    case 'delivery-with-template':
      return rule ? { href: `${rules}#modes`, words: 'Compléter la règle de vente' } : API;
    case 'tariffs':
    case 'tariff-not-takeable':
    case 'tariff-without-price':
      return rule ? { href: `${rules}#tarifs`, words: 'Choisir les tarifs' } : API;
    case 'ticket-template-numbered':
    case 'ticket-template-free':
      return { href: pathOf('deskTemplates', undefined, venue), words: 'Ouvrir les maquettes' };
    case 'reviewers':
    case 'escalation-address':
    case 'own-inbox':
    case 'inbox-address':
      return { href: pathOf('deskAddresses', undefined, venue), words: 'Ouvrir les adresses' };
    case 'terms-of-sale':
    case 'legal-notice':
      return { href: pathOf('deskText', { kind: code, textLanguage: 'fr' }, venue), words: 'Écrire le texte' };
    case 'sender-authentication':
      return { href: pathOf('deskReplies', undefined, venue), words: 'Dire qui est cru' };
    case 'payment-provider':
    case 'inbox':
    case 'inbox-of-another':
    case 'letters':
    case 'stories':
    case 'performance-past':
      return undefined;
    case 'till-operator':
    case 'sales-channel':
    case 'payment-method':
    case 'tariff-proof-types':
    case 'price-grid':
    case 'price-cells':
    case 'mentions':
      return API;
    case 'room-taken':
      return sameRoom[0] && { href: pathOf('deskSale', { performance: sameRoom[0].id }), words: 'Ouvrir l’autre séance' };
  }
}

const API: Way = { href: `${ROUTES.api}/docs`, words: 'Voir comment, dans l’API' };
