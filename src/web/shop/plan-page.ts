import type { Language } from '../../domain/language';
import type { Offer, PlanPlace } from '../../domain/sale/offer';
import type { ChosenSeat } from '../../use-cases/basket/fill-basket';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { choiceFields } from './choice';
import { categoryWords, placesWords } from './place-words';
import type { SessionBasket } from './session-basket';

interface Planned {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  readonly plan: readonly PlanPlace[];
}

/** Why the places have not changed. */
export interface PlanTrouble {
  /** What was ticked, without what can no longer be had. */
  readonly picked?: readonly number[] | undefined;
  /** So many were ticked, and it takes another number. */
  readonly count?: number | undefined;
  /** Somebody else has taken these meanwhile. */
  readonly lost?: readonly PlanPlace[] | undefined;
  readonly error?: string | undefined;
  readonly changed?: boolean | undefined;
  readonly stale?: boolean | undefined;
}

export interface PlanPage extends Planned {
  readonly trouble?: PlanTrouble | undefined;
}

/** The room, row by row: one box a place that can be had. */
export function planPage(visit: Visit, page: PlanPage): string {
  const { offer, basket, plan } = page;
  const error = troubleWords(page, visit.language);
  const { language, calendar } = visit;
  const words = WORDS[language];
  const category = basket.seats[0]?.category;
  const places = plan.filter((place) => place.category === category);
  const rows = [...new Set(places.map(({ row }) => row))];
  const room = categoryWords(offer, category, language);
  const own = placesWords(basket.seats, language);
  return publicPage(visit, {
    title: words.title,
    error: error !== undefined,
    form: 'plan',
    body: html`${error !== undefined && errorNotice(words.wrong, [html`<a href="#rows">${error}</a>`])}
      <div class="shop whole">
        <h1>${words.title}</h1>
        <p>${offer.performance.showTitle}, ${calendar.weekdayMoment(offer.performance.startsAt)}${room !== undefined && ` · ${room}`}</p>
        <p>${words.tick(basket.seats.length, own)}</p>
        <p class="small slide ${slideFrom(rows.map((row) => places.filter((place) => place.row === row).length))}">${words.slide}</p>
        <form id="plan" method="post" action="${pathOf('basketPlan')}">
          ${visit.guardField()} ${choiceFields(offer, basket)}
          <div class="rows ${rows.some((row) => row.length > 3) && 'named'}" id="rows" tabindex="0" role="group" aria-label="${words.plan}">
            <div class="room">
              <p class="stage">${words.stage}</p>
              ${rows.map((row) =>
                rowOf(
                  page,
                  places.filter((place) => place.row === row),
                  language,
                ),
              )}
            </div>
          </div>
          <button type="submit">${words.keep}</button>
          <p><a href="${pathOf('basket')}">${words.back}</a></p>
        </form>
      </div>`,
  });
}

/** From which window on the longest row may not be seen whole: without a hint nobody looks for seats beyond the edge. */
function slideFrom(seatsOfRows: readonly number[]): string {
  const longest = Math.max(0, ...seatsOfRows);
  if (longest > 20) return 'everywhere';
  if (longest > 13) return 'tablet';
  return longest > 7 ? 'phone' : '';
}

function troubleWords({ basket, trouble }: PlanPage, language: Language): string | undefined {
  if (!trouble) return undefined;
  const words = WORDS[language];
  const { lost = [], count, changed, stale, error } = trouble;
  if (changed) return words.changed;
  if (stale) return words.stale;
  if (count !== undefined) return words.count(basket.seats.length, count);
  return lost.length > 0 ? words.lost(placesWords(lost, language), lost.length) : error;
}

function rowOf({ basket, trouble }: PlanPage, places: readonly PlanPlace[], language: Language): Html {
  const words = WORDS[language];
  const own = basket.seats.flatMap(({ place }) => place ?? []);
  const chosen = trouble?.picked ?? own;
  const [first] = places;
  const name = first?.row ?? '';
  return html`<fieldset>
    <legend class="hidden">${words.row(name)}</legend>
    <span class="row" aria-hidden="true">${name}</span>
    ${places.map(({ id, seat, status }) => {
      const open = status === 'free' || own.includes(id);
      return html`<label class="${open ? '' : 'taken'}"
        ><input
          type="checkbox"
          name="place"
          value="${id}"
          ${chosen.includes(id) && open && html`checked`}
          ${!open && html`disabled`}
        /><span>${seat}${!open && html`<span class="hidden"> ${words.taken}</span>`}</span></label
      >`;
    })}
  </fieldset>`;
}

/** The boxes that were ticked, as far as they are places of the plan. */
export function ticked(body: unknown, plan: readonly PlanPlace[]): readonly number[] {
  const given: unknown =
    typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get('place') : undefined;
  const ids = (Array.isArray(given) ? given : [given]).map(Number).filter((id) => plan.some((place) => place.id === id));
  return [...new Set(ids)];
}

/** As many places as there are seats in the basket. */
export function readChoice(picked: readonly number[], { basket }: Pick<Planned, 'basket'>): readonly ChosenSeat[] | undefined {
  if (picked.length !== basket.seats.length) return undefined;
  return basket.seats.map(({ tariff, category }, index) => ({ tariff, category, place: picked[index] }));
}

const WORDS = {
  fr: {
    title: 'Choisir sur le plan',
    wrong: 'Vos places n’ont pas changé',
    tick: (count: number, own: string) =>
      count > 1
        ? say`Cochez ${count} places. Les vôtres le sont déjà, ${own} : décochez celles que vous laissez.`
        : say`Cochez ${count} place. La vôtre l’est déjà, ${own} : décochez-la pour en prendre une autre.`,
    slide: say`Une partie du plan est hors de l’écran ? Faites-le glisser sur le côté.`,
    plan: 'Plan de la salle',
    stage: 'Scène',
    lost: (places: string, count: number) =>
      say`Quelqu’un d’autre vient de prendre : ${places}. Les autres restent cochées : choisissez-en ${count > 1 ? `${count} nouvelles` : 'une nouvelle'}.`,
    changed: say`Votre panier a changé dans un autre onglet : voici ses places maintenant.`,
    stale: say`La page est restée ouverte trop longtemps. Vos places sont encore cochées : gardez-les une fois de plus.`,
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
    tick: (count: number, own: string) =>
      count > 1
        ? `Tick ${count} seats. Yours are ticked already, ${own}: untick those that you leave.`
        : `Tick ${count} seat. Yours is ticked already, ${own}: untick it to take another one.`,
    slide: 'Is part of the plan off the screen? Slide it sideways.',
    plan: 'Plan of the room',
    stage: 'Stage',
    lost: (places: string, count: number) =>
      `Somebody else has just taken ${places}. The others are still ticked: choose ${count > 1 ? `${count} new ones` : 'a new one'}.`,
    changed: 'Your basket has changed in another tab: these are its seats now.',
    stale: 'The page was left open for too long. Your seats are still ticked: keep them once more.',
    row: (row: string) => `Row ${row}`,
    taken: 'taken',
    keep: 'Keep these seats',
    back: 'Back to the basket without a change',
    count: (wanted: number, got: number) => `${wanted} ${wanted > 1 ? 'seats are' : 'seat is'} needed and you have ticked ${got}.`,
  },
};
