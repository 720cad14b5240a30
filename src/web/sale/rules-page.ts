import type { Allocation, PlaceCount, SaleRule } from '../../domain/sale/sale-rule';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';

/** A sales channel by its name; the code stands in addresses. */
export interface Channel {
  readonly code: string;
  readonly name: string;
}

interface RulesAsked {
  readonly readiness: PerformanceReadiness;
  readonly channels: readonly Channel[];
  readonly rules: readonly SaleRule[];
  readonly allocations: readonly Allocation[];
  readonly unallocated: readonly PlaceCount[];
  readonly error?: string | undefined;
}

/** By which channels a performance is sold, and from which places. */
export function rulesPage(desk: DeskVisit, asked: RulesAsked): string {
  const { performance } = asked.readiness;
  const { calendar } = desk.visit;
  return deskPage(desk, {
    at: 'sales',
    title: 'Règles de vente et réserves',
    error: asked.error !== undefined,
    body: html`<div class="readiness">
      <p class="small">
        <a href="${pathOf('deskSales')}">Séances</a> /
        <a href="${pathOf('deskSale', { performance: performance.id })}"
          >${performance.showTitle}, ${calendar.briefMoment(performance.startsAt)}</a
        >
      </p>
      <h1>Règles de vente et réserves</h1>
      ${asked.error !== undefined && errorNotice('Rien n’a changé', [asked.error])}
      <ol class="steps">
        ${asked.channels.map((channel) => channelLine(desk, { performanceId: performance.id, channel, rule: asked.rules.find((rule) => rule.channel === channel.code) }))}
      </ol>
      <h2>Réserves</h2>
      ${table(asked)} ${moves(desk, performance.id, asked)}
    </div>`,
  });
}

interface ChannelLine {
  readonly performanceId: number;
  readonly channel: Channel;
  readonly rule: SaleRule | undefined;
}

function channelLine({ visit }: DeskVisit, { performanceId, channel, rule }: ChannelLine): Html {
  const where = { performance: performanceId, channel: channel.code };
  const words = rule
    ? say`Du ${visit.calendar.moment(rule.opensAt)} au ${visit.calendar.moment(rule.closesAt)}, ${rule.maxSeats} places au plus par commande, ${rule.tariffs.length} tarifs, ${rule.allocation === undefined ? 'aucune réserve' : `réserve ${rule.allocation}`}.`
    : 'Cette filière ne vend rien de cette séance.';
  return html`<li class="done">
    <div>
      <h2>${channel.name}</h2>
      <p class="small">${words}</p>
    </div>
    <div class="ways">
      <a class="button" href="${pathOf('deskSaleRule', where)}"
        >${rule ? 'Modifier' : 'Écrire la règle'}<span class="hidden"> ${channel.name}</span></a
      >
      ${
        rule &&
        html`<form method="post" action="${pathOf('deskSaleRuleRemove', where)}">
          ${visit.guardField()}<button class="link" type="submit">
            Ne plus vendre<span class="hidden"> par la filière ${channel.name}</span>
          </button>
        </form>`
      }
    </div>
  </li>`;
}

function table({ allocations, unallocated }: RulesAsked): Html {
  const lines = [
    ...allocations.flatMap(({ name, places }) => lineOf(say`Réserve « ${name} »`, places)),
    ...lineOf('Sans réserve', unallocated),
  ];
  return html`<table class="cards">
    <thead>
      <tr>
        ${['Places', 'Catégorie', 'Libres', 'En cours d’achat', 'Vendues'].map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}

function lineOf(name: string, places: readonly PlaceCount[]): readonly Html[] {
  const none = { category: 'aucune', free: 0, held: 0, sold: 0 };
  return (places.length === 0 ? [none] : places).map(
    ({ category, free, held, sold }) =>
      html`<tr>
        <td>${name}</td>
        <td data-label="Catégorie">${category}</td>
        <td data-label="Libres">${free}</td>
        <td data-label="En cours d’achat">${held}</td>
        <td data-label="Vendues">${sold}</td>
      </tr>`,
  );
}

function moves({ visit }: DeskVisit, performanceId: number, { allocations, readiness: { facts } }: RulesAsked): Html {
  const where = { performance: performanceId };
  const categories = [...new Set(facts.places.map(({ category }) => category))];
  const options = (values: readonly (readonly [string, string])[]) =>
    values.map(([value, words]) => html`<option value="${value}">${words}</option>`);
  return html`${
      allocations.length > 0 &&
      html`<form class="fields" method="post" action="${pathOf('deskAllocationMove', where)}">
        ${visit.guardField()}
        <h2>Réassort et retour</h2>
        <label for="move">Mouvement</label>
        <select id="move" name="move">
          ${options([
            ['top-up', 'Ajouter à la réserve'],
            ['give-back', 'Rendre à toutes les filières'],
          ])}
        </select>
        <label for="which">Réserve</label>
        <select id="which" name="allocation">
          ${options(allocations.map(({ code, name }) => [code, name]))}
        </select>
        <label for="category">Catégorie</label>
        <select id="category" name="category">
          ${options(categories.map((category) => [category, category]))}
        </select>
        <label for="count">Nombre de places</label>
        <input id="count" name="count" type="number" min="1" max="10000" required />
        <button type="submit">Déplacer les places</button>
      </form>`
    }
    <form class="fields" method="post" action="${pathOf('deskAllocations', where)}">
      ${visit.guardField()}
      <h2>Nouvelle réserve</h2>
      <label for="code">Code</label>
      <p class="small" id="code-how">Par exemple INTERNET.</p>
      <input id="code" name="code" maxlength="40" aria-describedby="code-how" required />
      <label for="name">Nom</label><input id="name" name="name" maxlength="120" required />
      <button class="plain" type="submit">Créer la réserve</button>
    </form>`;
}
