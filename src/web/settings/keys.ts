import { Router } from 'express';
import { z } from 'zod';
import { ROLES } from '../../ports/staff';
import { ROUTES } from '../paths';
import { NotFound } from '../problem';
import type { Site } from '../visit';
import { keysPage } from './keys-page';
import { doneIn, obey } from './settings';
import { adminVisit } from './settings-visit';

const Key = z.object({ name: z.string().max(500), role: z.enum(ROLES) });

/** « Clés d’API »: the programs that may call us. */
export function deskKeys(site: Site): Router {
  const { deeds, accounts } = site.needs;
  const { manageAccounts: manage } = deeds;
  const router = Router();
  router.get(ROUTES.deskKeys, async (request, response) => {
    const { desk } = await adminVisit(site, request, response);
    response.send(keysPage(desk, { keys: await accounts.keys(), done: doneIn(request, 'Cela vaut dès maintenant.') }));
  });

  // No redirect: the key is shown here and nowhere else, once.
  router.post(ROUTES.deskKeys, site.csrf.guard, async (request, response) => {
    const { desk, by } = await adminVisit(site, request, response);
    const { key } = await manage.addKey(Key.parse(request.body), by);
    response.status(201).send(keysPage(desk, { keys: await accounts.keys(), made: key }));
  });

  router.post(ROUTES.deskKeyDeed, site.csrf.guard, async (request, response) => {
    const { desk, by } = await adminVisit(site, request, response);
    const deed = (['revoke', 'restore'] as const).find((one) => one === request.params['deed']);
    if (!deed) throw new NotFound();
    const id = Number(request.params['key']);
    await obey(response, 'deskKeys', {
      deed: () => manage[deed === 'revoke' ? 'revokeKey' : 'restoreKey'](id, by),
      refused: async (errors) => keysPage(desk, { keys: await accounts.keys(), errors }),
    });
  });
  return router;
}
