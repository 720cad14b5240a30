import { Refusal } from '../../domain/refusal';
import { READINESS_STEPS } from '../../domain/sale/missing-step';
import { SERVICES } from '../../domain/sale/service-check';
import type { SaleRule } from '../../domain/sale/sale-rule';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Site } from '../visit';
import { missingWords } from '../words/readiness/missing';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Id, Instant, UtcInstant, Wording } from '../api/fields';
import { z } from '../api/zod';
import { ADMIN, CATALOGUE, changeBy, known, Version } from '../catalogue/shelf-routes';
import { versionOf } from '../forms/as-read';

const OfPerformance = z.object({ id: Id });
const Code = z.string().trim().min(1).max(40);
const HEAD = { tag: CATALOGUE, roles: ADMIN } as const;

const Rule = z.object({
  opensAt: UtcInstant,
  closesAt: UtcInstant,
  maxSeats: z.int().min(1).max(50),
  allocation: Code.optional().openapi({ description: 'Left out: « aucune réserve ».' }),
  tariffs: z.array(z.string().max(16)).min(1).max(100),
  deliveryMethods: z.array(z.string().max(40)).min(1).max(20),
});
const Rules = z.object({ rules: z.array(Rule.extend({ channel: z.string(), version: z.string() })) });

const PerformanceReady = z
  .object({
    performanceId: z.int(),
    showTitle: z.string(),
    startsAt: Instant,
    publishedAt: Instant.optional(),
    ready: z.boolean(),
    missing: z.array(z.object({ code: z.string(), step: z.enum(READINESS_STEPS), names: z.array(z.string()), says: z.array(Wording) })),
    services: z.array(z.object({ service: z.enum(SERVICES), outcome: z.string(), at: Instant, okAt: Instant.optional() })).openapi({
      description: 'How the servers outside the house answered when the worker last asked them. Older than five minutes is no answer.',
    }),
  })
  .openapi('Readiness');

/** Sales rules, and whether a performance can go online. */
export function saleEntryRoutes(site: Site): readonly ApiRoute[] {
  const { saleRules, saleReadiness, shelves, deeds } = site.needs;
  const by = changeBy(site);
  const rules = '/catalogue/performances/{id}/sale-rules';
  const OfRule = OfPerformance.extend({ channel: Code });
  const list = keyRoute(
    { ...HEAD, method: 'get', path: rules, summary: 'What each channel sells of a performance', params: OfPerformance, says: 'Its sales rules', response: Rules, refuses: ['performance-not-found'] }, // prettier-ignore
    async ({ params }) => {
      await readinessOf(params.id);
      return ruleBodies(await saleRules.of(params.id));
    },
  );
  const put = keyRoute(
    {
      ...HEAD,
      method: 'put',
      path: `${rules}/{channel}`,
      summary: 'Write the sales rule of a channel',
      params: OfRule,
      body: Rule.extend({ version: Version }).strict(),
      says: 'All rules of the performance',
      response: Rules,
      refuses: ['performance-not-found', 'sale-rule-impossible', 'sale-would-stop', 'changed-meanwhile'],
    },
    async ({ params, body: { version, ...rule }, key }) => {
      const unchanged = (now: SaleRule | undefined) => version === undefined || (now !== undefined && versionOf(now) === version);
      await saleRules.put(params.id, { ...rule, channel: params.channel }, { ...by(key), unchanged });
      return ruleBodies(await saleRules.of(params.id));
    },
  );
  const remove = keyRoute(
    {
      ...HEAD,
      method: 'delete',
      path: `${rules}/{channel}`,
      summary: 'Let a channel sell nothing of it; a performance that is online is taken off first',
      params: OfRule,
      says: 'The rules that are left',
      response: Rules,
      refuses: ['performance-not-found', 'entry-not-found', 'sale-would-stop'],
    },
    async ({ params, key }) => {
      await saleRules.remove(params.id, params.channel, by(key));
      return ruleBodies(await saleRules.of(params.id));
    },
  );
  const ready = keyRoute(
    {
      ...HEAD,
      method: 'get',
      path: '/catalogue/performances/{id}/readiness',
      summary: 'Whether a performance can go online, and what is missing',
      params: OfPerformance,
      says: 'Each missing step, in their order',
      response: PerformanceReady,
      refuses: ['performance-not-found'],
    },
    async ({ params }) => readyBody(await readinessOf(params.id)),
  );
  const readyShow = keyRoute(
    { ...HEAD, method: 'get', path: '/catalogue/shows/{id}/readiness', summary: 'The same, of each performance of a show still to come', params: OfPerformance, says: 'The next one first', response: z.object({ performances: z.array(PerformanceReady) }), refuses: ['entry-not-found'] }, // prettier-ignore
    async ({ params }) => {
      known(await shelves.shows.find(params.id), params.id);
      return { performances: (await saleReadiness.ofShow(params.id)).map(readyBody) };
    },
  );
  const publish = keyRoute(
    {
      ...publishing('/catalogue/performances/{id}/publication', 'Put a performance online'),
      refuses: ['performance-not-found', 'not-ready'],
    },
    async ({ params, key }) => {
      await deeds.publish.publish(params.id, by(key));
      return readyBody(await readinessOf(params.id));
    },
  );
  const unpublish = keyRoute(
    { ...publishing('/catalogue/performances/{id}/publication/end', 'Take it off; orders are honoured'), refuses: ['performance-not-found'] }, // prettier-ignore
    async ({ params, key }) => {
      await deeds.publish.unpublish(params.id, by(key));
      return readyBody(await readinessOf(params.id));
    },
  );
  return [list, put, remove, ready, readyShow, publish, unpublish];

  async function readinessOf(id: number): Promise<PerformanceReadiness> {
    const found = await saleReadiness.of(id);
    if (!found) throw new Refusal('performance-not-found', `No performance ${id}.`);
    return found;
  }
}

function publishing(path: string, summary: string) {
  return { ...HEAD, method: 'post', path, summary, params: OfPerformance, says: 'As it stands now', response: PerformanceReady } as const;
}

function ruleBodies(rules: readonly SaleRule[]): z.input<typeof Rules> {
  return { rules: rules.map(({ tariffs, deliveryMethods, ...rule }) => ({ ...rule, tariffs: [...tariffs], deliveryMethods: [...deliveryMethods], version: versionOf({ ...rule, tariffs, deliveryMethods }) })) }; // prettier-ignore
}

function readyBody({ performance, facts, ready, missing }: PerformanceReadiness): z.input<typeof PerformanceReady> {
  const { id, showTitle, startsAt } = performance;
  return {
    ...{ performanceId: id, showTitle, startsAt, publishedAt: facts.publishedAt, ready },
    missing: missing.map(({ code, where, names }) => ({
      code,
      step: where,
      names: [...names],
      says: [...missingWords({ code, where, names }, facts)],
    })),
    services: facts.services.map(({ service, outcome, at, okAt }) => ({ service, outcome, at, okAt })),
  };
}
