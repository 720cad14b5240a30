import { capital } from '../../domain/first-letter';
import type { OrderView } from '../../domain/order-view';
import type { Html, Piece } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice, notice } from '../page/notice';
import type { Visit } from '../visit';
import { inLetters } from '../../wording/numbers';
import { say } from '../../wording/typography';
import { aside } from './aside';
import { excessNotices } from './excess-notice';
import { headNotice } from './head-notice';
import { standingOf } from './standing';
import { stub } from './stub';
import type { UploadFaults } from './upload-faults';

/** What the page answers to, when it is shown after a form. */
export interface Shown {
  readonly errors?: (UploadFaults & { readonly seat: number }) | undefined;
  readonly news?: { readonly title: string; readonly text: Piece } | undefined;
}

/** « Mes justificatifs »: the news, one stub a seat, and the order beside them. */
export function orderPage(visit: Visit, order: OrderView, { errors, news }: Shown = {}): string {
  const { language } = visit;
  const standings = order.seats.map((seat) => standingOf(order, seat, visit.now));
  const { performance } = order;
  const head = errors ? errorHead(visit, errors) : news ? notice(news.title, news.text) : headNotice(visit, order, standings);
  return publicPage(visit, {
    title: titleOf(order, language),
    error: errors !== undefined,
    scripts: ['upload.js'],
    body: html`<div class="order">
      <div class="head">
        <p class="over">${ORDER[language]} <span class="nowrap">${order.reference}</span></p>
        <h1>${titleOf(order, language)}</h1>
        <p class="show">${performance.showTitle}</p>
        <p class="when">${visit.calendar.fullMoment(performance.startsAt)}, ${performance.room}</p>
      </div>
      <div class="stubs">
        ${head} ${excessNotices(visit, order)}
        <ol>
          ${standings.map((one) => stub(visit, order, one, errors?.seat === one.seat.no ? errors : undefined))}
        </ol>
      </div>
      ${aside(visit, order, standings)}
    </div>`,
  });
}

function titleOf(order: OrderView, language: Visit['language']): string {
  return order.venue.policy.proofsOnline && order.seats.some((seat) => seat.tariff.needsProof)
    ? order.venue.proofsLabel[language]
    : MY_TICKETS[language];
}

function errorHead({ language }: Visit, { seat, sentences }: NonNullable<Shown['errors']>): Html {
  const count = sentences.length;
  const title = language === 'fr' ? faults(count) : `${count > 1 ? `${inLetters(count, 'en')} things` : 'One thing'} to put right`;
  const items = sentences.map((sentence) => html`<a href="#proof-${seat}">${SEAT[language](seat)}</a>${COLON[language]}${sentence}`);
  return errorNotice(capital(title), items);
}

function faults(count: number): string {
  return count > 1 ? `${inLetters(count, 'fr')} points à corriger` : 'un point à corriger';
}

const ORDER = { fr: 'Commande', en: 'Order' };
const MY_TICKETS = { fr: 'Mes billets', en: 'My tickets' };
const COLON = { fr: '\u00a0: ', en: ': ' };
const SEAT = { fr: (no: number) => say`Place ${no}`, en: (no: number) => say`Ticket ${no}` };
