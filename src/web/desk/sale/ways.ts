import type { ReadinessFacts, ReadinessStep } from '../../../domain/sale/readiness';
import type { Html } from '../../page/html';
import { html } from '../../page/html';
import { pathOf, ROUTES } from '../../paths';

/** Where a step is made. What no page makes yet is made through the API, and its document says how. */
export function wayTo(step: ReadinessStep, facts: ReadinessFacts): Html {
  const { href, words } = way(step, facts);
  return html`<a class="button" href="${href}">${words}</a>`;
}

interface Way {
  readonly href: string;
  readonly words: string;
}

function way(step: ReadinessStep, { performanceId, rule }: ReadinessFacts): Way {
  const rules = pathOf('deskSaleRule', { performance: performanceId, channel: 'INTERNET' });
  const api = `${ROUTES.api}/docs`;
  if (step === 'sale-rule') return { href: rules, words: 'Écrire la règle de vente' };
  if (step === 'places') return { href: pathOf('deskSaleRules', { performance: performanceId }), words: 'Ouvrir les réserves' };
  if (step === 'delivery-methods' && rule) return { href: `${rules}#modes`, words: 'Compléter la règle de vente' };
  if (step === 'tariffs' && rule) return { href: `${rules}#tarifs`, words: 'Choisir les tarifs' };
  if (step === 'ticket-template') return { href: pathOf('deskTemplates'), words: 'Ouvrir les maquettes' };
  return { href: api, words: 'Voir comment, dans l’API' };
}
