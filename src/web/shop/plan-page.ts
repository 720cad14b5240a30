import type { Language } from '../../domain/language';
import type { Offer, PlanPlace } from '../../domain/sale/offer';
import type { ChosenSeat } from '../../desk/basket/fill-basket';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../words/typography';
import type { SessionBasket } from './session-basket';

interface Planned {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  readonly plan: readonly PlanPlace[];
}

export interface PlanPage extends Planned {
  readonly error?: string | undefined;
  /** What was ticked, when something is to be put right. */
  readonly picked?: readonly number[] | undefined;
}

/** The room, row by row: one box a place that can be had. */
export function planPage(visit: Visit, page: PlanPage): string {
  const { offer, basket, plan, error } = page;
  const { language, calendar } = visit;
  const words = WORDS[language];
  const category = basket.seats[0]?.category;
  const places = plan.filter((place) => place.category === category);
  const rows = [...new Set(places.map(({ row }) => row))];
  const name = offer.categories.find(({ code }) => code === category)?.name;
  return publicPage(visit, {
    title: words.title,
    error: error !== undefined,
    body: html`${error !== undefined && errorNotice(words.wrong, [html`<a href="#rows">${error}</a>`])}
      <div class="shop">
        <h1>${words.title}</h1>
        <p>${offer.performance.showTitle}, ${calendar.deadline(offer.performance.startsAt)}, ${name}</p>
        <p>${words.tick(basket.seats.length)}</p>
        <form method="post" action="${pathOf('basketPlan')}">
          ${visit.guardField()}
          <p class="stage">${words.stage}</p>
          <div class="rows" id="rows" tabindex="-1">
            ${rows.map((row) =>
              rowOf(
                page,
                places.filter((place) => place.row === row),
                language,
              ),
            )}
          </div>
          <button type="submit">${words.keep}</button>
          <p><a href="${pathOf('basket')}">${words.back}</a></p>
        </form>
      </div>`,
  });
}

function rowOf({ basket, picked }: PlanPage, places: readonly PlanPlace[], language: Language): Html {
  const words = WORDS[language];
  const own = basket.seats.flatMap(({ place }) => place ?? []);
  const ticked = picked ?? own;
  const [first] = places;
  return html`<fieldset>
    <legend>${words.row(first?.row ?? '')}</legend>
    ${places.map(({ id, seat, status }) => {
      const open = status === 'free' || own.includes(id);
      return html`<label class="${open ? '' : 'taken'}"
        ><input
          type="checkbox"
          name="place"
          value="${id}"
          ${ticked.includes(id) && open && html`checked`}
          ${!open && html`disabled`}
        /><span>${seat}${!open && html`<span class="hidden"> ${words.taken}</span>`}</span></label
      >`;
    })}
  </fieldset>`;
}

type Choice = { readonly seats: readonly ChosenSeat[] } | { readonly error: string; readonly picked: readonly number[] };

/** As many places as there are seats in the basket, all on the plan. */
export function readChoice(body: unknown, { basket, plan }: Planned, language: Language): Choice {
  const given: unknown =
    typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get('place') : undefined;
  const picked = (Array.isArray(given) ? given : [given]).map(Number).filter((id) => plan.some((place) => place.id === id));
  if (new Set(picked).size !== basket.seats.length) return { error: WORDS[language].count(basket.seats.length, picked.length), picked };
  return { seats: basket.seats.map(({ tariff, category }, index) => ({ tariff, category, place: picked[index] })) };
}

const WORDS = {
  fr: {
    title: 'Choisir sur le plan',
    wrong: 'Vos places n’ont pas changé',
    tick: (count: number) =>
      say`Cochez ${count > 1 ? say`${count} places` : say`${count} place`}. Les vôtres sont cochées ; décochez celles que vous laissez.`,
    stage: 'Scène',
    row: (row: string) => say`Rang ${row}`,
    taken: 'prise',
    keep: 'Garder ces places',
    back: 'Revenir au panier sans rien changer',
    count: (wanted: number, got: number) =>
      say`Il faut ${wanted > 1 ? say`${wanted} places` : say`${wanted} place`} et vous en avez coché ${got}.`,
  },
  en: {
    title: 'Choose on the plan',
    wrong: 'Your seats have not changed',
    tick: (count: number) => `Tick ${count} ${count > 1 ? 'seats' : 'seat'}. Yours are ticked; untick those that you leave.`,
    stage: 'Stage',
    row: (row: string) => `Row ${row}`,
    taken: 'taken',
    keep: 'Keep these seats',
    back: 'Back to the basket without a change',
    count: (wanted: number, got: number) => `${wanted} ${wanted > 1 ? 'seats are' : 'seat is'} needed and you have ticked ${got}.`,
  },
};
