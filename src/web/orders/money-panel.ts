import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { moneyBack } from '../../domain/order/given-up';
import type { OrderView, PaymentView } from '../../domain/order-view';
import type { Counter, Names } from '../../ports/sale/receipts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import { numeral } from '../typed-text';
import type { Site } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { deskVisit, SELLERS } from '../desk/desk-visit';
import { nameOf } from '../till/name-of';
import { giveBackForm } from './difference-panel';
import { orderAt } from '../review/review-order';

const Refund = z.object({ command: z.uuid(), payment: numeral().optional() });

/** « Noter le remboursement »: the money has left, by the provider's page or across the counter. */
export function deskRefund(site: Site): Router {
  const router = Router();
  router.post(ROUTES.deskRefund, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response, roles: SELLERS });
    const { reference } = await orderAt(site, request);
    const { command, payment } = Refund.parse(request.body);
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    await site.needs.deeds.changeOrder.recordRefund(reference, { ...head, payment });
    response.redirect(303, pathOf('deskOrder', { reference }));
  });
  return router;
}

interface Told {
  readonly sellers: Counter;
  readonly names: Names;
}

/** What came in and what went back, by its number; and what is still owed, with the button that says it has left. */
export function moneyPanel(desk: DeskVisit, order: OrderView, { sellers, names }: Told): Html | undefined {
  if (order.payments.length === 0) return undefined;
  const mayRefund = SELLERS.includes(desk.who.role);
  const { owed } = moneyBack(order);
  const whole = order.payment === 'refund-due' && owed > 0;
  return html`<section class="facts">
    <h2>${order.payments.length > 1 ? 'Paiements' : 'Paiement'}</h2>
    <dl>
      ${order.payments.map(
        (payment) =>
          html`<dt class="nowrap">${say`n° ${payment.id}`}</dt>
            <dd>
              ${paymentWords(desk, payment, names)} ${giveBackForm(desk, order, { payment, sellers })}
              ${mayRefund && payment.tooMany && payment.status === 'refund-due' && refundForm(desk, order, payment)}
            </dd>`,
      )}
      ${
        whole &&
        html`<dt>À rembourser</dt>
          <dd>${euros(owed, 'fr')} ${mayRefund && refundForm(desk, order, { amount: owed })}</dd>`
      }
    </dl>
  </section>`;
}

function paymentWords({ visit }: DeskVisit, payment: PaymentView, names: Names): Html {
  const { amount, refunded, method, operator, reference, paidAt, refundedAt, upgradeOf, tooMany, status } = payment;
  return html`${euros(amount, 'fr')}, ${nameOf(method, names.methods)}, caisse ${nameOf(operator, names.operators)}, le
    ${visit.calendar.moment(paidAt)} <br /><span class="small"
      ><span class="nowrap">${reference}</span
      >${upgradeOf !== undefined && say`, différence de la place ${upgradeOf}`}${tooMany && ', reçu en trop'}${
        status === 'refund-due' && ', à rembourser'
      }${refunded > 0 && say`, remboursé : ${euros(refunded, 'fr')}`}${
        refundedAt !== undefined && `, le ${visit.calendar.moment(refundedAt)}`
      }</span
    >`;
}

function refundForm(
  { visit }: DeskVisit,
  { reference }: OrderView,
  owed: { readonly id?: number; readonly amount: PaymentView['amount'] },
) {
  return html`<form class="inline" method="post" action="${pathOf('deskRefund', { reference })}">
    ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
    ${owed.id !== undefined && html`<input type="hidden" name="payment" value="${owed.id}" />`}
    <button class="link" type="submit">Noter le remboursement de ${euros(owed.amount, 'fr')}</button>
  </form>`;
}
