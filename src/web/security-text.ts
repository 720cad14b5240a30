import { Router } from 'express';
import { DAY } from '../domain/time';
import { NotFound } from './problem';
import { pathOf, ROUTES } from './paths';
import type { Site } from './visit';

/** Less than a year ahead (RFC 9116 2.5.5). */
const GOOD_FOR = 180 * DAY;

/** Whom to tell of a flaw (RFC 9116). */
export function securityText({ needs }: Site): Router {
  const router = Router();
  router.get(ROUTES.securityText, async (_request, response) => {
    const venues = await needs.venues();
    if (venues.length === 0) throw new NotFound();
    const lines = [
      ...new Set(venues.map(({ email }) => `Contact: mailto:${email}`)),
      `Expires: ${new Date(Date.parse(needs.clock.now()) + GOOD_FOR).toISOString()}`,
      'Preferred-Languages: fr, en',
      `Canonical: ${needs.settings.publicUrl}${pathOf('securityText')}`,
    ];
    response
      .set('Cache-Control', 'public, max-age=86400')
      .type('text/plain')
      .send(`${lines.join('\n')}\n`);
  });
  return router;
}
