import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { authenticationRoutes } from './authentication-routes';
import { addressRoutes, reviewerRoutes } from './address-routes';
import { proofSettingsRoutes } from './proof-routes';
import { textChangeRoutes, textRoutes } from './text-routes';

/** A venue's words and switches. */
export function settingsRoutes(site: Site): readonly ApiRoute[] {
  return [
    ...proofSettingsRoutes(site),
    ...addressRoutes(site),
    ...reviewerRoutes(site),
    ...authenticationRoutes(site),
    ...textRoutes(site),
    ...textChangeRoutes(site),
  ];
}
