import type { VenueView } from '../../domain/order-view';
import { LARGEST_PROOF, PROOF_FORMATS, SMALLEST_LIMIT } from '../../domain/proof-rules';
import { DEADLINE_OUTCOMES, POLICY_LIMITS, type PolicyDuration } from '../../domain/venue-policy';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Wording } from '../api/fields';
import { z } from '../api/zod';
import { byKey, HEAD, OfVenue, VENUE, venueOf } from './of-venue';

const Proofs = z
  .strictObject({
    proofsOnline: z.boolean().openapi({ description: 'False: proofs are shown at the door only. Holds for orders paid later.' }),
    proofsLabel: Wording,
    proofRules: z.strictObject({
      formats: z.array(z.enum(PROOF_FORMATS)),
      maxBytes: z.int().openapi({ minimum: SMALLEST_LIMIT, maximum: LARGEST_PROOF }),
    }),
    attachProofs: z.boolean().openapi({ description: 'Proofs are attached to what reviewers receive.' }),
  })
  .openapi('ProofSettings');

const span = (of: PolicyDuration) => {
  const { least, most } = POLICY_LIMITS[of];
  return z.int().openapi({ description: 'In milliseconds.', minimum: least, maximum: most });
};
const Policy = z
  .object({
    ...{ deadlineMs: span('deadlineMs'), undoMs: span('undoMs'), gatherMs: span('gatherMs'), nudgeAfterMs: span('nudgeAfterMs') },
    deadlineOutcome: z.enum(DEADLINE_OUTCOMES),
    fullPriceAtOnce: z.boolean(),
    doorAllowed: z.boolean(),
  })
  .openapi('Deadlines');

/** How proofs are taken, and how long for. */
export function proofSettingsRoutes(site: Site): readonly ApiRoute[] {
  const { changeSettings } = site.needs.deeds;
  const proofs = { ...HEAD, path: `${VENUE}/proof-settings`, params: OfVenue, response: Proofs } as const;
  const deadlines = { ...HEAD, path: `${VENUE}/deadlines`, params: OfVenue, response: Policy } as const;
  return [
    keyRoute(
      { ...proofs, method: 'get', summary: 'How a venue takes proofs', says: 'As it stands', refuses: ['entry-not-found'] },
      async ({ params }) => proofsOf(await venueOf(site, params.id)),
    ),
    keyRoute(
      {
        ...{ ...proofs, method: 'put', summary: 'Settle how a venue takes proofs', body: Proofs },
        ...{ says: 'As it stands now', refuses: ['entry-not-found', 'label-not-accepted'] },
      },
      async ({ params: { id }, body, key }) => {
        await venueOf(site, id);
        await changeSettings.proofs(id, body, byKey(key));
        return proofsOf(await venueOf(site, id));
      },
    ),
    keyRoute(
      { ...deadlines, method: 'get', summary: 'The deadlines of a venue', says: 'As they stand', refuses: ['entry-not-found'] },
      async ({ params }) => deadlinesOf(await venueOf(site, params.id)),
    ),
    keyRoute(
      {
        ...{ ...deadlines, method: 'put', summary: 'Settle the deadlines of orders paid later', body: Policy.strict() },
        ...{ says: 'As they stand now', refuses: ['entry-not-found'] },
      },
      async ({ params: { id }, body, key }) => {
        await venueOf(site, id);
        await changeSettings.deadlines(id, body, byKey(key));
        return deadlinesOf(await venueOf(site, id));
      },
    ),
  ];
}

function proofsOf({ policy, proofsLabel, proofRules, attachProofs }: VenueView): z.input<typeof Proofs> {
  const { formats, maxBytes } = proofRules;
  return { proofsOnline: policy.proofsOnline, proofsLabel, proofRules: { formats: [...formats], maxBytes }, attachProofs };
}

function deadlinesOf({ policy }: VenueView): z.input<typeof Policy> {
  return Policy.parse(policy);
}
