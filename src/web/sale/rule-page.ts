import type { TariffFacts } from '../../domain/sale/readiness-facts';
import type { Allocation } from '../../domain/sale/sale-rule';
import { whyNotTakeable } from '../../domain/sale/takeable';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { localTime } from './local-time';
import type { Channel } from './rules-page';
import type { TypedRule } from './typed-rule';

interface RuleAsked {
  readonly readiness: PerformanceReadiness;
  readonly channel: Channel;
  /** What the channel sells so far, or what was typed. */
  readonly rule: TypedRule | undefined;
  readonly read: Html;
  readonly allocations: readonly Allocation[];
  readonly error?: string | undefined;
}

/** One channel's rule: from when until when, what, how, and from which places. */
export function rulePage(desk: DeskVisit, { readiness, channel, rule, read, allocations, error }: RuleAsked): string {
  const { performance, facts } = readiness;
  const { calendar } = desk.visit;
  return deskPage(desk, {
    at: 'sales',
    title: `Règle de vente, filière ${channel.name}`,
    error: error !== undefined,
    body: html`<div class="readiness">
      <p class="small">
        <a href="${pathOf('deskSales')}">Séances</a> /
        <a href="${pathOf('deskSale', { performance: performance.id })}"
          >${performance.showTitle}, ${calendar.briefMoment(performance.startsAt)}</a
        >
        / <a href="${pathOf('deskSaleRules', { performance: performance.id })}">Règles de vente</a>
      </p>
      <h1>Règle de vente, filière ${channel.name}</h1>
      ${error !== undefined && errorNotice('La règle n’a pas changé', [error])}
      <form class="fields" method="post" action="${pathOf('deskSaleRule', { performance: performance.id, channel: channel.code })}">
        ${desk.visit.guardField()} ${read} ${times(rule ?? usual(performance.startsAt, desk.visit))}
        ${places(allocations, rule?.allocation)}
        ${choice({ id: 'tarifs', name: 'tariffs', title: 'Tarifs proposés', chosen: rule?.tariffs ?? takeable(facts.tariffs), all: facts.tariffs })}
        ${choice({ id: 'modes', name: 'deliveryMethods', title: 'Modes d’obtention proposés', chosen: rule?.deliveryMethods, all: facts.deliveryMethods })}
        <p class="small">
          Avec une place à tarif réduit dans le panier, seuls les modes sans maquette sont proposés : les billets attendent la vérification.
        </p>
        <button type="submit">Enregistrer la règle</button>
      </form>
    </div>`,
  });
}

type Opening = Pick<TypedRule, 'opensAt' | 'closesAt' | 'maxSeats'>;

const HOUR = 3_600_000;

const USUAL_SEATS = 6;

function usual(startsAt: string, { now, timeZone }: Visit): Opening {
  const closesAt = new Date(Date.parse(startsAt) - HOUR).toISOString();
  return { opensAt: localTime(now, timeZone), closesAt: localTime(closesAt, timeZone), maxSeats: USUAL_SEATS };
}

/** Of a rule not yet written: all that an order of the usual size can hold. */
function takeable(tariffs: readonly TariffFacts[]): readonly string[] {
  return tariffs.filter((tariff) => !whyNotTakeable(tariff, { tariffs, maxSeats: USUAL_SEATS })).map(({ code }) => code);
}

function times({ opensAt, closesAt, maxSeats }: Opening): Html {
  return html`<label for="opens">Ouverture de la vente</label>
    <input id="opens" name="opensAt" type="datetime-local" value="${opensAt}" required />
    <label for="closes">Clôture de la vente</label>
    <input id="closes" name="closesAt" type="datetime-local" value="${closesAt}" required />
    <label for="seats">Places au plus par commande</label>
    <input id="seats" name="maxSeats" type="number" min="1" max="50" value="${maxSeats}" required />`;
}

function places(allocations: readonly Allocation[], chosen: string | undefined): Html {
  return html`<label for="allocation">Places vendues</label>
    <p class="small" id="allocation-how">
      Sans réserve, cette filière partage en direct toutes les places qui ne sont dans aucune réserve.
    </p>
    <select id="allocation" name="allocation" aria-describedby="allocation-how">
      <option value="">Aucune réserve</option>
      ${allocations.map(({ code, name }) => html`<option value="${code}" ${code === chosen && html`selected`}>Réserve « ${name} »</option>`)}
    </select>`;
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Nothing chosen yet: everything is. */
  readonly chosen: readonly string[] | undefined;
  readonly all: readonly { readonly code: string; readonly name: { readonly fr: string } }[];
}

function choice({ id, name, title, chosen, all }: Choice): Html {
  return html`<fieldset class="ticks" id="${id}">
    <legend>${title}</legend>
    ${all.map(
      (one) =>
        html`<label
          ><input
            type="checkbox"
            name="${name}"
            value="${one.code}"
            ${(chosen === undefined || chosen.includes(one.code)) && html`checked`}
          />
          ${one.name.fr}</label
        >`,
    )}
  </fieldset>`;
}
