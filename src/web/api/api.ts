import { Router } from 'express';
import type { Request } from 'express';
import { Refusal } from '../../domain/refusal';
import type { ApiKey, Role } from '../../ports/staff';
import { MethodNotAllowed, NotFound } from '../problem';
import { limitOrders, limitTo } from '../limits';
import type { WebNeeds } from '../needs';
import type { Site } from '../visit';
import { apiRoutes } from '../nouns';
import { apiDocument } from './document';
import { docsPage } from './docs-page';
import type { ApiRoute, RouteDoors } from './route';

/** Programs come in here: a key in each request, no cookie. */
export function adminApi(site: Site): Router {
  const { settings } = site.needs;
  const routes = apiRoutes(site);
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const document = apiDocument(routes, settings.publicUrl);
  router.get('/openapi.json', (_request, response) => response.json(document));
  router.use(docsPage());
  const limits = { orders: limitOrders(settings.limits), api: [limitTo(settings.limits.api)] };
  const doors: RouteDoors = { keyOf: keyReader(site.needs), limit: (kind) => limits[kind] };
  for (const route of routes) route.mount(router, doors);
  router.use(({ path }) => {
    const allowed = methodsAt(routes, path);
    throw allowed.length > 0 ? new MethodNotAllowed(allowed) : new NotFound();
  });
  return router;
}

function methodsAt(routes: readonly ApiRoute[], path: string): readonly string[] {
  const steps = path.split('/');
  const matches = (pattern: readonly string[]) =>
    pattern.length === steps.length && pattern.every((step, index) => step.startsWith('{') || step === steps[index]);
  return routes.filter((route) => matches(route.path.split('/'))).map(({ method }) => method.toUpperCase());
}

const WRONG_KEYS = { max: 30, windowSeconds: 600 };

function keyReader({ staff, secrets, attempts, clock }: Pick<WebNeeds, 'staff' | 'secrets' | 'attempts' | 'clock'>): RouteDoors['keyOf'] {
  return async (request: Request, roles: readonly Role[]): Promise<ApiKey> => {
    const [, secret] = /^Bearer ([\w.~+/-]{8,200}=*)$/.exec(request.get('authorization') ?? '') ?? [];
    if (secret === undefined) throw new Refusal('not-signed-in', 'No key.');
    const key = await staff.apiKeyByHash(secrets.hash(secret));
    if (!key) {
      await attempts.count('api-key', secrets.hash(request.ip ?? ''), { ...WRONG_KEYS, now: clock.now() });
      throw new Refusal('not-signed-in', 'Not a key of ours.');
    }
    if (!roles.includes(key.role)) throw new Refusal('forbidden', `Keys of the role ${key.role} may not do this.`);
    return key;
  };
}
