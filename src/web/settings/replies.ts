import { Router } from 'express';
import { z } from 'zod';
import { AUTHENTICATION_MODES } from '../../domain/mail-authentication';
import { ROUTES } from '../paths';
import { words } from '../typed-text';
import type { Site } from '../visit';
import { repliesPage } from './replies-page';
import { doneIn, obey } from './settings';
import type { SettingsVisit } from './settings-visit';
import { settingsVisit } from './settings-visit';

const Typed = z
  .object({ mode: z.enum(AUTHENTICATION_MODES), authservId: words(254).default(''), sameTenant: z.literal('yes').optional() })
  .transform(({ mode, authservId, sameTenant }) => ({
    ...{ mode, sameTenant: sameTenant !== undefined },
    authservId: authservId === '' ? undefined : authservId,
  }));

/** « Réponses par e-mail »: who is believed. */
export function deskReplies(site: Site): Router {
  const { deeds, venueSettings, serviceChecks } = site.needs;
  const router = Router();
  router.get(ROUTES.deskReplies, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    response.send(await page(opened, { done: doneIn(request, 'Les réponses qui arrivent désormais sont jugées ainsi.') }));
  });

  router.post(ROUTES.deskReplies, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const authentication = Typed.parse(request.body);
    await obey(response, 'deskReplies', {
      deed: () => deeds.changeSettings.authentication(opened.venue.id, authentication, opened.by),
      refused: (errors) => page(opened, { authentication, errors }),
    });
  });
  return router;

  async function page({ desk, venue }: SettingsVisit, shown: Partial<Parameters<typeof repliesPage>[1]>): Promise<string> {
    const inbox = (await serviceChecks.all()).find(({ service }) => service === 'inbox');
    const authentication = await venueSettings.authentication(venue.id);
    return repliesPage(desk, { authentication, inboxAddress: venue.inboxAddress, inbox, ...shown });
  }
}
