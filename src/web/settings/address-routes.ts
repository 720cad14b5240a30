import { line } from '../typed-text';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { z } from '../api/zod';
import { Id } from '../api/fields';
import { Addresses } from './address-fields';
import { byKey, HEAD, OfVenue, VENUE, venueOf } from './of-venue';

const Address = line(254);
const Name = line(120);
const Reviewers = z.object({
  reviewers: z.array(z.object({ id: z.int(), name: z.string(), address: z.string(), active: z.boolean() }).openapi('Reviewer')),
});
const OfReviewer = OfVenue.extend({ reviewer: Id });

/** Where a venue is written to. */
export function addressRoutes(site: Site): readonly ApiRoute[] {
  const { changeSettings } = site.needs.deeds;
  const head = { ...HEAD, path: `${VENUE}/addresses`, params: OfVenue, response: Addresses } as const;
  return [
    keyRoute(
      { ...head, method: 'get', summary: 'The addresses of a venue', says: 'As they stand', refuses: ['entry-not-found'] },
      async ({ params }) => Addresses.parse(await venueOf(site, params.id)),
    ),
    keyRoute(
      {
        ...{ ...head, method: 'put', summary: 'Change the addresses of a venue', body: Addresses.strict(), says: 'As they stand now' },
        refuses: ['entry-not-found', 'address-not-accepted', 'inbox-address-too-long', 'sale-would-stop'],
      },
      async ({ params: { id }, body, key }) => {
        await venueOf(site, id);
        await changeSettings.addresses(id, body, byKey(key));
        return Addresses.parse(await venueOf(site, id));
      },
    ),
  ];
}

/** Who is asked about proofs. */
export function reviewerRoutes(site: Site): readonly ApiRoute[] {
  const { changeSettings } = site.needs.deeds;
  const path = `${VENUE}/reviewers`;
  const ofOne = { ...HEAD, path: `${path}/{reviewer}`, params: OfReviewer, says: 'All reviewers', response: Reviewers } as const;
  const ofAll = { ...HEAD, path, params: OfVenue, says: 'Retired ones too', response: Reviewers } as const;
  return [
    keyRoute({ ...ofAll, method: 'get', summary: 'Who is asked about proofs', refuses: ['entry-not-found'] }, ({ params }) =>
      standing(params.id),
    ),
    keyRoute(
      {
        ...{ ...ofAll, method: 'post', summary: 'Add a reviewer; a retired address comes back', status: 201 },
        ...{
          body: z.strictObject({ name: Name, address: Address }),
          refuses: ['entry-not-found', 'already-exists', 'address-not-accepted'],
        },
      },
      async ({ params: { id }, body, key }) => {
        await venueOf(site, id);
        await changeSettings.addReviewer(id, body, byKey(key));
        return standing(id);
      },
    ),
    keyRoute(
      {
        ...{ ...ofOne, method: 'put', summary: 'Rename a reviewer', body: z.strictObject({ name: Name }) },
        refuses: ['entry-not-found', 'reviewer-not-found'],
      },
      async ({ params: { id, reviewer }, body, key }) => {
        await venueOf(site, id);
        await changeSettings.renameReviewer(id, { id: reviewer, name: body.name }, byKey(key));
        return standing(id);
      },
    ),
    keyRoute(
      { ...ofOne, method: 'delete', summary: 'Retire a reviewer', refuses: ['entry-not-found', 'reviewer-not-found', 'last-reviewer'] },
      async ({ params: { id, reviewer }, key }) => {
        await venueOf(site, id);
        await changeSettings.retireReviewer(id, reviewer, byKey(key));
        return standing(id);
      },
    ),
  ];

  async function standing(id: number): Promise<z.input<typeof Reviewers>> {
    await venueOf(site, id);
    return { reviewers: [...(await site.needs.venueSettings.reviewers(id))] };
  }
}
