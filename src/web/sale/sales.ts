import { Router } from 'express';
import type { Request, Response } from 'express';
import { Refusal } from '../../domain/refusal';
import type { Role } from '../../ports/staff';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Asked } from '../../use-cases/publish';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { refusalWords } from '../words/refusals';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue, deskVisit } from '../desk/desk-visit';
import { makeStep } from './make-step';
import { readinessPage } from './readiness-page';
import { salesPage } from './sales-page';
import { MADE_AT_ONCE } from './ways';

/** Who puts on sale. */
export const SALE_ROLES: readonly Role[] = ['admin'];

/** « Mise en vente »: what each performance still needs before it goes online, and the button that puts it there. */
export function deskSales(site: Site): Router {
  const { saleReadiness, shelves, clock, deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.deskSales, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SALE_ROLES });
    response.send(salesPage(desk, await saleReadiness.toCome()));
  });

  router.get(ROUTES.deskSale, async (request, response) => {
    const desk = await deskVisit(site, request, { response, roles: SALE_ROLES });
    response.send(pageOf(desk, await readinessAt(site, request)));
  });

  router.post(ROUTES.deskPublish, site.csrf.guard, (request, response) =>
    change(request, response, (id, asked) => deeds.publish.publish(id, asked)),
  );
  router.post(ROUTES.deskUnpublish, site.csrf.guard, (request, response) =>
    change(request, response, (id, asked) => deeds.publish.unpublish(id, asked)),
  );
  router.post(ROUTES.deskMakeStep, site.csrf.guard, (request, response) =>
    change(request, response, (_id, asked) => {
      const step = MADE_AT_ONCE.find((one) => one === request.params['step']);
      if (!step) throw new Refusal('input-invalid', 'No such step.');
      return makeStep(shelves, step, { ...asked, at: clock.now() });
    }),
  );
  return router;

  async function change(request: Request, response: Response, deed: (id: number, asked: Asked) => Promise<void>): Promise<void> {
    const desk = await deskVisit(site, request, { response, roles: SALE_ROLES });
    const { performance } = await readinessAt(site, request);
    try {
      await deed(performance.id, { by: { role: 'staff', id: desk.who.id }, door: 'desk' });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status, words } = refusalWords(refusal.code);
      response.status(status).send(pageOf(desk, await readinessAt(site, request), words.fr));
      return;
    }
    response.redirect(303, pathOf('deskSale', { performance: performance.id }));
  }
}

/** By the clock of its venue. */
function pageOf(desk: DeskVisit, readiness: PerformanceReadiness, error?: string): string {
  return readinessPage(deskOfVenue(desk, readiness.performance.venueId), readiness, error);
}

/** Of the performance in the address. */
export async function readinessAt({ needs }: Site, request: Request): Promise<PerformanceReadiness> {
  const id = Number(request.params['performance']);
  const found = Number.isSafeInteger(id) && id > 0 ? await needs.saleReadiness.of(id) : undefined;
  if (!found) throw new Refusal('performance-not-found', `No performance ${id}.`);
  return found;
}
