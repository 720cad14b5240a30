import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { ACCOUNT_DEEDS } from '../../use-cases/access/manage-accounts';
import { ROLES } from '../../ports/staff';
import { questionsAbout, SHOWN_SLIPS } from '../likely-slips';
import { ROUTES } from '../paths';
import { NotFound } from '../problem';
import type { Site } from '../visit';
import { doneIn, obey } from './settings';
import { adminVisit } from './settings-visit';
import { staffPage } from './staff-page';

const Person = z.object({ name: z.string().max(500), email: z.string().trim().max(320), role: z.enum(ROLES) });
const Shown = z.object({ [SHOWN_SLIPS]: z.string().max(400).catch('') });
const Role = Person.pick({ role: true });

/** « Comptes »: who of the venue may come in, and how that is taken back. */
export function deskStaff(site: Site): Router {
  const { deeds, accounts } = site.needs;
  const { manageAccounts: manage } = deeds;
  const router = Router();
  router.get(ROUTES.deskStaff, async (request, response) => {
    const { desk } = await adminVisit(site, request, response);
    response.send(staffPage(desk, { accounts: await accounts.list(), done: doneIn(request, 'Cela vaut dès maintenant.') }));
  });

  router.post(ROUTES.deskStaff, site.csrf.guard, async (request, response) => {
    const { desk, by } = await adminVisit(site, request, response);
    const person = Person.parse(request.body);
    const refused = async (errors: readonly string[]) => staffPage(desk, { accounts: await accounts.list(), added: person, errors });
    const questions = questionsAbout([person.email], Shown.parse(request.body)[SHOWN_SLIPS]);
    if (questions.length > 0) return void response.status(422).send(await refused(questions));
    await obey(response, 'deskStaff', { deed: () => manage.invite(person, by), refused });
  });

  router.post(ROUTES.deskStaffDeed, site.csrf.guard, async (request, response) => {
    const { desk, by } = await adminVisit(site, request, response);
    const id = Number(request.params['staff']);
    const deed = deedIn(request);
    await obey(response, 'deskStaff', {
      deed: () => {
        if (deed === 'role') return manage.changeRole(id, Role.parse(request.body).role, by);
        return deed === 'invite' ? manage.inviteAgain(id, by) : manage[deed](id, by);
      },
      refused: async (errors) => staffPage(desk, { accounts: await accounts.list(), errors }),
    });
  });
  return router;
}

const DEEDS = [...ACCOUNT_DEEDS, 'role'] as const;

function deedIn(request: Request): (typeof DEEDS)[number] {
  const deed = DEEDS.find((one) => one === request.params['deed']);
  if (!deed) throw new NotFound();
  return deed;
}
