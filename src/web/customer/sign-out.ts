import { Router } from 'express';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import { letCustomerOut } from '../session';
import type { Site } from '../visit';
import { visitOf } from '../visit';
import { say } from '../../wording/typography';

/** A device that others use too: its orders are closed, its basket is forgotten. */
export function signOut(site: Site): Router {
  const router = Router();
  router.post(ROUTES.signOut, site.csrf.guard, async (request, response) => {
    await letCustomerOut(request);
    response.redirect(303, pathOf('signOut'));
  });
  router.get(ROUTES.signOut, async (request, response) => {
    const visit = await visitOf(site, request, response);
    const words = WORDS[visit.language];
    response.send(shortPage(visit, { over: words.over, title: words.title, text: words.text, way: buttonLink(pathOf('findOrder'), words.again) })); // prettier-ignore
  });
  return router;
}

const WORDS = {
  fr: {
    over: 'Vos commandes',
    title: 'C’est fermé sur cet appareil',
    text: say`Vos billets et vos justificatifs ne s’ouvrent plus ici. Le lien de nos messages les ouvre toujours.`,
    again: 'Retrouver mes billets',
  },
  en: {
    over: 'Your orders',
    title: 'Closed on this device',
    text: 'Your tickets and your proofs no longer open here. The link in our messages still opens them.',
    again: 'Find my tickets',
  },
};
