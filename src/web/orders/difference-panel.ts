import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { can } from '../../domain/order/can';
import { goodTickets, standsAs } from '../../domain/order/given-up';
import { wouldLoseTariff } from '../../domain/order/companions';
import { GIVE_BACK_MS } from '../../domain/order/give-difference-back';
import type { OrderView, PaymentView, SeatView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { COUNTER } from '../../domain/sale/channel';
import type { Counter } from '../../ports/sale/receipts';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import { numeral } from '../typed-text';
import type { Site, Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { companionsLose } from '../words/companions';
import { refusalWords } from '../words/refusals';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { SELLERS } from '../desk/desk-visit';

const Typed = z.object({
  command: z.uuid(),
  seat: numeral(),
  operator: z.string().max(40).catch(''),
  channel: z.string().min(1).max(40).catch(COUNTER),
  method: z.string().max(40).catch(''),
});

const Slip = Typed.pick({ command: true, seat: true });

/** A difference that was not taken, or not given back: what is wrong stands on the page. */
export interface WrongDifference {
  readonly status: number;
  readonly fault: string;
  readonly title: string;
}

/** Money for the full tariff of a seat, in somebody's till. */
export function takesDifference(site: Site, desk: DeskVisit, { reference }: OrderView): Promise<WrongDifference | undefined> {
  const { request } = desk.visit;
  const { command, ...money } = Typed.parse(request.body);
  const title = 'Rien n’a été encaissé';
  if (money.method === '') return Promise.resolve({ status: 422, title, fault: 'Choisissez le mode de paiement.' });
  request.session.till = money.operator;
  return refused(title, () => site.needs.deeds.changeOrder.takeDifference(reference, { ...headOf(desk, command), ...money }));
}

/** A slip: the wrong seat, or a card that was found after all. */
export function givesDifferenceBack(site: Site, desk: DeskVisit, { reference }: OrderView): Promise<WrongDifference | undefined> {
  const { command, seat } = Slip.parse(desk.visit.request.body);
  return refused('Rien n’a été rendu', () =>
    site.needs.deeds.changeOrder.giveDifferenceBack(reference, { ...headOf(desk, command), seat }),
  );
}

function headOf({ who }: DeskVisit, command: string) {
  return { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
}

async function refused(title: string, act: () => Promise<unknown>): Promise<WrongDifference | undefined> {
  try {
    await act();
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, words } = refusalWords(refusal.code);
    return { status, title, fault: words.fr };
  }
}

/** On top of the page: what is wrong, or that the seat is settled and its ticket good. */
export function differenceNews({ request }: Visit, order: OrderView, wrong: WrongDifference | undefined): Html | undefined {
  if (wrong) return errorNotice(wrong.title, [wrong.fault]);
  const seat = order.seats.find(({ no }) => String(no) === request.query['difference']);
  if (!seat) return undefined;
  const tickets = order.tickets.some(({ seat: no, admission }) => no === seat.no && admission !== 'cancelled');
  if (seat.proof === 'upgraded') {
    return notice(
      say`Différence encaissée, place ${seat.no}`,
      html`Le billet est au plein tarif, rien n’est plus à présenter.
      ${tickets && html`<a href="${pathOf('deskTickets', { reference: order.reference })}">${goodTickets(order).length > 1 ? 'Imprimer les billets' : 'Imprimer le billet'}</a>`}`,
      'difference-news',
    );
  }
  const now = givenBackWords(seat);
  return now === undefined ? undefined : notice(say`Différence rendue, place ${seat.no}`, now, 'difference-news');
}

/** What the seat is without the money: at the door its ticket stays out, otherwise it is what it was before. */
function givenBackWords(seat: SeatView): Html | string | undefined {
  if (seat.proof === 'check-at-door') return 'À l’entrée, le justificatif ou la différence sera demandé.';
  if (!can('payFullPrice', seat) && seat.proof !== 'refunded') return undefined;
  return html`${chip(standsAs(seat), 'fr', 'staff')} La place est ce qu’elle était, et le billet sorti pour cet argent n’est plus valable.`;
}

/** What each seat still lacks to the full tariff, and the till that takes it. */
export function differencePanel(desk: DeskVisit, order: OrderView, sellers: Counter): Html | undefined {
  if (!SELLERS.includes(desk.who.role) || desk.visit.now >= order.performance.endsAt) return undefined;
  const owing = order.seats.filter((seat) => isOwing(order, seat));
  if (owing.length === 0) return undefined;
  return html`<section class="facts">
    <h2>Plein tarif</h2>
    ${owing.map((seat) => takeForm(desk, order, { seat, sellers }))}
  </section>`;
}

function isOwing({ status, tickets }: OrderView, seat: SeatView): boolean {
  const entered = tickets.some(({ seat: no, admission }) => no === seat.no && admission === 'used');
  return status !== 'cancelled' && !seat.settling && !entered && seat.toFullPrice > 0 && can('payFullPrice', seat);
}

interface Take {
  readonly seat: SeatView;
  readonly sellers: Counter;
}

function takeForm({ visit }: DeskVisit, { reference, seats }: OrderView, { seat, sellers }: Take): Html {
  const lost = companionsLose(wouldLoseTariff(seats, seat), 'fr');
  const amount = euros(seat.toFullPrice, 'fr');
  const id = (name: string) => `${name}-${seat.no}`;
  const choice = (name: string, list: Counter['operators'], chosen: string | undefined) =>
    list.map(({ code, name: words }) => html`<option value="${code}" ${code === chosen && html`selected`}>${words}</option>`);
  return html`<details>
    <summary>${say`Encaisser la différence de la place ${seat.no} : ${amount}`}</summary>
    <form class="fields difference" method="post" action="${pathOf('deskDifference', { reference })}">
      ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
      <input type="hidden" name="seat" value="${seat.no}" />
      <p class="small">${seat.holder}. Le billet passe au plein tarif, et reste le même s’il est déjà parti.</p>
      ${lost && html`<p>${lost}</p>`}
      <label for="${id('operator')}">Caisse</label>
      <select id="${id('operator')}" name="operator">
        ${choice('operator', sellers.operators, visit.request.session.till)}
      </select>
      ${
        sellers.channels.length > 1 &&
        html`<label for="${id('channel')}">Filière</label>
          <select id="${id('channel')}" name="channel">
            ${choice('channel', sellers.channels, COUNTER)}
          </select>`
      }
      <fieldset>
        <legend>Mode de paiement</legend>
        ${sellers.methods.map(({ code, name }) => html`<label><input type="radio" name="method" value="${code}" required /> ${name}</label> `)}
      </fieldset>
      <button type="submit">Encaisser ${amount}</button>
    </form>
  </details>`;
}

/** Beside the payment, for as long as a slip can be put right. */
export function giveBackForm({ visit, who }: DeskVisit, order: OrderView, { payment, sellers }: Slipped): Html | undefined {
  const { upgradeOf, status, operator, paidAt, amount } = payment;
  const seat = order.seats.find(({ no }) => no === upgradeOf);
  const byPeople = sellers.operators.some(({ code }) => code === operator);
  const inTime = Date.parse(visit.now) < Date.parse(paidAt) + GIVE_BACK_MS;
  const entered = order.tickets.some(({ seat: no, admission }) => no === upgradeOf && admission === 'used');
  if (!SELLERS.includes(who.role) || seat?.proof !== 'upgraded' || status !== 'paid' || !byPeople || !inTime || entered) return undefined;
  return html`<form class="inline" method="post" action="${pathOf('deskDifferenceBack', { reference: order.reference })}">
    ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
    <input type="hidden" name="seat" value="${seat.no}" />
    <p class="small">La place redevient ce qu’elle était avant ; un billet sorti pour cet argent n’est plus valable.</p>
    <button class="link" type="submit">Encaissée par erreur : rendre ${euros(amount, 'fr')}</button>
  </form>`;
}

interface Slipped {
  readonly payment: PaymentView;
  readonly sellers: Counter;
}
