import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { LANGUAGES } from '../../domain/language';
import { Refusal } from '../../domain/refusal';
import type { TicketTemplate } from '../../domain/ticket-template';
import { CSRF_FIELD } from '../csrf';
import { readForm } from '../customer/multipart';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { refusalWords } from '../words/refusals';
import { settingsVisit, type SettingsVisit } from '../settings/settings-visit';
import { readTemplate } from './read-template';
import { templatePage } from './template-page';
import { templatesPage } from './templates-page';

const Which = z.object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/), seating: z.enum(['numbered', 'free']) });
const Picture = z.enum(['logo', 'plan']);
const Asked = z.object({ langue: z.enum(LANGUAGES).catch('fr'), accueil: z.literal('oui').optional().catch(undefined) });
const MOST_BYTES = 10 * 1024 * 1024;

/** « Maquettes de billet »: what a house changes of its ticket, looked at before anybody gets one. */
export function deskTemplates(site: Site): Router {
  const { templates, deeds, shrinker, clock } = site.needs;
  const router = Router();
  router.get(ROUTES.deskTemplates, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    response.send(templatesPage(desk, await templates.list(venue.id)));
  });

  router.get(ROUTES.deskTemplate, async (request, response) => {
    const visit = await settingsVisit(site, request, response);
    await show(request, response, { visit });
  });

  router.post(ROUTES.deskTemplate, site.csrf.guard, async (request, response) => {
    const visit = await settingsVisit(site, request, response);
    const which = Which.parse(request.params);
    const typed = readTemplate(request.body, which);
    try {
      await templates.put(visit.venue.id, typed, { ...visit.by, at: clock.now() });
      response.redirect(303, pathOf('deskTemplate', which));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      await show(request, response, { visit, typed, error: refusalWords(refusal.code).words.fr });
    }
  });

  router.post(ROUTES.deskTemplatePicture, async (request, response) => {
    const visit = await settingsVisit(site, request, response);
    const which = Which.parse(request.params);
    const name = Picture.parse(request.params['picture']);
    let warning: string | undefined;
    try {
      const files = await readForm(request, {
        maxBytes: MOST_BYTES,
        begin: (fields) => {
          site.csrf.check(request, fields.get(CSRF_FIELD)?.[0]);
          return Promise.resolve(async ({ stream }) => {
            const { content, tooHeavy } = await shrinker.shrink(name, stream);
            if (tooHeavy) warning = `Réduite au plus petit, l’image pèse encore ${Math.ceil(content.length / 1024)} Ko.`;
            await templates.putPicture(visit.venue.id, { ...which, name, content }, { ...visit.by, at: clock.now() });
          });
        },
      });
      const refused = files.find(({ refusal }) => refusal !== undefined)?.refusal;
      if (refused) throw refused;
      if (files.length === 0) throw new Refusal('file-empty', 'No picture was chosen.');
      if (warning !== undefined) return show(request, response, { visit, error: warning });
      return response.redirect(303, pathOf('deskTemplate', which));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return show(request, response, { visit, error: refusalWords(refusal.code).words.fr });
    }
  });

  router.post(ROUTES.deskTemplateNoPicture, site.csrf.guard, async (request, response) => {
    const visit = await settingsVisit(site, request, response);
    const which = Which.parse(request.params);
    const name = Picture.parse(request.params['picture']);
    await templates.putPicture(visit.venue.id, { ...which, name, content: undefined }, { ...visit.by, at: clock.now() });
    response.redirect(303, pathOf('deskTemplate', which));
  });

  router.get([ROUTES.deskTemplatePdf, ROUTES.deskTemplatePng], async (request, response) => {
    const { venue } = await settingsVisit(site, request, response);
    const which = Which.parse(request.params);
    const { langue, accueil } = Asked.parse(request.query);
    const preview = await deeds.previewTemplate(venue, { ...which, language: langue, atTheDoor: accueil === 'oui' });
    if (!preview) throw new Refusal('template-not-found', 'No such template.');
    if (request.path.endsWith('.png')) return response.type('png').send(await shrinker.picture(preview.pdf));
    return response.set('Content-Disposition', 'inline; filename="apercu.pdf"').type('pdf').send(preview.pdf);
  });
  return router;

  async function show(
    request: Request,
    response: Response,
    { visit: { desk, venue }, typed, error }: { readonly visit: SettingsVisit; readonly typed?: TicketTemplate; readonly error?: string },
  ): Promise<void> {
    const which = Which.safeParse(request.params);
    const template = which.success ? (await templates.list(venue.id)).find((one) => one.code === which.data.code && one.seating === which.data.seating) : undefined; // prettier-ignore
    if (!which.success || !template) throw new Refusal('template-not-found', 'No such template.');
    const preview = await deeds.previewTemplate(venue, { ...which.data, language: 'fr', atTheDoor: false });
    const shown = {
      venue,
      template: { ...template, ...typed },
      bytes: preview?.pdf.length ?? 0,
      tooHeavy: preview?.tooHeavy ?? false,
      error,
    };
    response.status(error === undefined ? 200 : 422).send(templatePage(desk, shown));
  }
}
