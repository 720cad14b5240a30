import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Change } from '../../ports/sale/sale-rules';
import { CHANGED_MEANWHILE, readField, stillAs } from '../forms/as-read';
import { pathOf, ROUTES } from '../paths';
import { line } from '../typed-text';
import type { Site } from '../visit';
import { refusedSaleWords } from '../words/readiness/would-lack';
import { typeset } from '../../wording/typography';
import { refusalWords } from '../words/refusals';
import { deskOfVenue, deskVisit, type DeskVisit } from '../desk/desk-visit';
import { rulePage } from './rule-page';
import type { Channel } from './rules-page';
import { rulesPage } from './rules-page';
import { readinessAt, SALE_ROLES } from './sales';
import type { TypedRule } from './typed-rule';
import { asTyped, readTypedRule, ruleOf } from './typed-rule';

const NewAllocation = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\d][\p{L}\d _-]{0,39}$/u),
  name: line(120),
});

const Moved = z.object({
  move: z.enum(['top-up', 'give-back']),
  allocation: z.string().max(40),
  category: z.string().max(20),
  count: z.coerce.number().int().min(1).max(10_000),
});

/** « Règles de vente » and « réserves » of a performance. */
export function deskSaleRules(site: Site): Router {
  const { saleRules, shelves, allocations, clock, receipts } = site.needs;
  const router = Router();
  router.get(ROUTES.deskSaleRules, async (request, response) => {
    response.send(await listPage(await visit(request, response), request));
  });

  router.get(ROUTES.deskSaleRule, async (request, response) => {
    response.send(await formPage(await visit(request, response), request));
  });

  router.post(ROUTES.deskSaleRule, site.csrf.guard, async (request, response) => {
    const desk = await visit(request, response);
    const { performance } = await readinessAt(site, request);
    const typed = readTypedRule(request.body);
    try {
      const rule = ruleOf(typed, { channel: channelOf(request), zone: desk.visit.timeZone });
      await saleRules.put(performance.id, rule, { ...by(desk), unchanged: stillAs(request, (now) => now) });
    } catch (refusal) {
      const { status, words } = wordsOf(refusal);
      response.status(status).send(await formPage(desk, request, { error: words, typed }));
      return;
    }
    response.redirect(303, pathOf('deskSale', { performance: performance.id }));
  });

  router.post(ROUTES.deskSaleRuleRemove, site.csrf.guard, (request, response) =>
    deed(request, response, (id, change) => saleRules.remove(id, channelOf(request), change)),
  );
  router.post(ROUTES.deskAllocations, site.csrf.guard, (request, response) =>
    deed(request, response, (id, change) => allocations.create(id, NewAllocation.parse(request.body), change)),
  );
  router.post(ROUTES.deskAllocationMove, site.csrf.guard, (request, response) =>
    deed(request, response, (id, change) => {
      const { move, ...moved } = Moved.parse(request.body);
      return move === 'top-up' ? allocations.topUp(id, moved, change) : allocations.giveBack(id, moved, change);
    }),
  );
  return router;

  /** By the clock of the performance's venue. */
  async function visit(request: Request, response: Response): Promise<DeskVisit> {
    const desk = await deskVisit(site, request, { response, roles: SALE_ROLES });
    return deskOfVenue(desk, (await readinessAt(site, request)).performance.venueId);
  }

  function by({ who }: DeskVisit): Change {
    return { by: { role: 'staff', id: who.id }, door: 'desk', at: clock.now() };
  }

  async function deed(request: Request, response: Response, change: (id: number, by: Change) => Promise<void>): Promise<void> {
    const desk = await visit(request, response);
    const { performance } = await readinessAt(site, request);
    try {
      await change(performance.id, by(desk));
    } catch (refusal) {
      const { status, words } = wordsOf(refusal);
      response.status(status).send(await listPage(desk, request, words));
      return;
    }
    response.redirect(303, pathOf('deskSaleRules', { performance: performance.id }));
  }

  /** Those that sell by themselves, and those by which people sell. */
  async function channelsOf({ facts }: PerformanceReadiness): Promise<readonly Channel[]> {
    const named = async ({ code }: { readonly code: string }) => ({
      code,
      name: (await shelves.salesChannels.find(code))?.value.name ?? code,
    });
    return [...(await Promise.all(facts.channels.map(named))), ...(await receipts.counter()).channels];
  }

  async function listPage(desk: DeskVisit, request: Request, error?: string): Promise<string> {
    const readiness = await readinessAt(site, request);
    const { id } = readiness.performance;
    const channels = await channelsOf(readiness);
    return rulesPage(desk, { readiness, channels, rules: await saleRules.of(id), ...(await allocations.of(id)), error });
  }

  async function formPage(desk: DeskVisit, request: Request, { error, typed }: Refused = {}): Promise<string> {
    const readiness = await readinessAt(site, request);
    const { id } = readiness.performance;
    const asked = channelOf(request);
    const channel = (await channelsOf(readiness)).find(({ code }) => code === asked);
    if (!channel) throw new Refusal('input-invalid', `No channel ${asked}.`);
    const standing = (await saleRules.of(id)).find((one) => one.channel === asked);
    return rulePage(desk, {
      readiness,
      channel,
      rule: typed ?? (standing && asTyped(standing, desk.visit.timeZone)),
      read: readField(standing),
      allocations: (await allocations.of(id)).allocations,
      error,
    });
  }
}

interface Refused {
  readonly error?: string;
  /** What was typed, to be put right. */
  readonly typed?: TypedRule | undefined;
}

function channelOf(request: Request): string {
  return String(request.params['channel']);
}

/** Only what the rules say is shown; a fault rises. */
function wordsOf(refusal: unknown): { readonly status: number; readonly words: string } {
  if (!(refusal instanceof Refusal)) throw refusal;
  return {
    status: refusalWords(refusal.code).status,
    words: refusal.code === 'changed-meanwhile' ? typeset(CHANGED_MEANWHILE) : refusedSaleWords(refusal),
  };
}
