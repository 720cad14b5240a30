import { AUTHENTICATION_MODES } from '../../domain/mail-authentication';
import { line } from '../typed-text';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { z } from '../api/zod';
import { byKey, HEAD, OfVenue, VENUE, venueOf } from './of-venue';

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
