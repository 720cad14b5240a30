import type { ReadinessFacts, ReadinessStep } from '../../../domain/sale/readiness';
import type { Html } from '../../page/html';
import { html } from '../../page/html';
import { pathOf, ROUTES } from '../../paths';
import type { Visit } from '../../visit';

/** The steps that are one name to write down: a button makes them. */
export const MADE_AT_ONCE = ['till-operator', 'sales-channel', 'payment-method'] as const satisfies readonly ReadinessStep[];

/** Where a step is made. What no page makes yet is made through the API, and its document says how. */
export function wayTo(visit: Visit, step: ReadinessStep, facts: ReadinessFacts): Html {
  if (MADE_AT_ONCE.some((one) => one === step)) return makeAtOnce(visit, step, facts);
  const { href, words } = way(step, facts);
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

function way(step: ReadinessStep, { performanceId, rule }: ReadinessFacts): Way {
  const rules = pathOf('deskSaleRule', { performance: performanceId, channel: 'INTERNET' });
  if (step === 'sale-rule') return { href: rules, words: 'Écrire la règle de vente' };
  if (step === 'places') return { href: pathOf('deskSaleRules', { performance: performanceId }), words: 'Ouvrir les réserves' };
  if (step === 'delivery-methods' && rule) return { href: `${rules}#modes`, words: 'Compléter la règle de vente' };
  if (step === 'tariffs' && rule) return { href: `${rules}#tarifs`, words: 'Choisir les tarifs' };
  if (step === 'ticket-template') return { href: pathOf('deskTemplates'), words: 'Ouvrir les maquettes' };
  return { href: `${ROUTES.api}/docs`, words: 'Voir comment, dans l’API' };
}
