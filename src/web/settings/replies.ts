import { Router } from 'express';
import { AUTHENTICATION_MODES } from '../../domain/mail-authentication';
import { ROUTES } from '../paths';
import { line } from '../typed-text';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { z } from '../api/zod';
import type { Site } from '../visit';
import { byKey, HEAD, OfVenue, VENUE, venueOf } from './of-venue';
import { readField, stillAs } from '../forms/as-read';
import { repliesPage } from './replies-page';
import { doneIn, obey } from './settings';
import type { SettingsVisit } from './settings-visit';
import { settingsVisit } from './settings-visit';

const SenderAuthentication = z
  .strictObject({
    mode: z.enum(AUTHENTICATION_MODES).openapi({
      description:
        '`ar`: the Authentication-Results of the host named in `authservId`. `ar-topmost-noid`: the topmost ones, by position (Exchange Online). `mailauth`: DKIM and DMARC are verified here. `none`: nothing is checked, and nothing reduced goes online. `mail probe` says which one fits.',
    }),
    authservId: line(254).optional().openapi({ description: 'With `ar`, and only then.', example: 'mx.theatre.example' }),
    sameTenant: z
      .boolean()
      .default(false)
      .openapi({ description: 'With `ar-topmost-noid`: mail inside the Exchange tenant of the inbox is believed.' }),
  })
  .openapi('SenderAuthentication');

/** The same, as the form sends it: « yes » of a ticked box, nothing in a field that is left empty. */
const Typed = z
  .object({
    mode: z.unknown(),
    authservId: z
      .string()
      .transform((typed) => (typed.trim() === '' ? undefined : typed))
      .optional(),
    sameTenant: z
      .literal('yes')
      .transform(() => true)
      .optional(),
  })
  .pipe(SenderAuthentication);

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
      deed: () =>
        deeds.changeSettings.authentication(opened.venue.id, authentication, { ...opened.by, unchanged: stillAs(request, (now) => now) }),
      refused: (errors) => page(opened, { authentication, errors }),
    });
  });
  return router;

  async function page({ desk, venue }: SettingsVisit, shown: Partial<Parameters<typeof repliesPage>[1]>): Promise<string> {
    const inbox = (await serviceChecks.all()).find(({ service }) => service === 'inbox');
    const authentication = await venueSettings.authentication(venue.id);
    return repliesPage(desk, { authentication, read: readField(authentication), inboxAddress: venue.inboxAddress, inbox, ...shown });
  }
}

/** How a venue knows who wrote a reply. */
export function authenticationRoutes(site: Site): readonly ApiRoute[] {
  const { venueSettings, deeds } = site.needs;
  const head = { ...HEAD, path: `${VENUE}/sender-authentication`, params: OfVenue, response: SenderAuthentication } as const;
  return [
    keyRoute(
      { ...head, method: 'get', summary: 'How a venue knows who wrote a reply', says: 'As it stands', refuses: ['entry-not-found'] },
      async ({ params: { id } }) => {
        await venueOf(site, id);
        return venueSettings.authentication(id);
      },
    ),
    keyRoute(
      {
        ...{ ...head, method: 'put', summary: 'Settle how a venue knows who wrote a reply', body: SenderAuthentication },
        ...{ says: 'As it stands now; mails that come from now on are judged so', refuses: ['entry-not-found', 'sale-would-stop'] },
      },
      async ({ params: { id }, body, key }) => {
        await venueOf(site, id);
        await deeds.changeSettings.authentication(id, body, byKey(key));
        return venueSettings.authentication(id);
      },
    ),
  ];
}
