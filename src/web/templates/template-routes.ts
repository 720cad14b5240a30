import { isTemplateCode } from '../../domain/ticket-template';
import { name, spoken } from '../typed-text';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { z } from '../api/zod';
import { Id } from '../api/fields';
import { saying } from '../words/field-faults';
import { ADMIN, CATALOGUE, changeBy, known } from '../catalogue/shelf-routes';

const OfVenue = z.object({ id: Id });
const Code = z
  .string()
  .refine(isTemplateCode, saying('De 1 à 40 lettres minuscules, chiffres ou tirets.', 'From 1 to 40 small letters, digits or hyphens.'))
  .openapi({ example: 'a4' });
const OfTemplate = OfVenue.extend({ code: Code, seating: z.enum(['numbered', 'free']) });
const HEAD = { tag: CATALOGUE, roles: ADMIN } as const;

const Template = z.object({
  name: name(120),
  advice: z
    .array(z.strictObject({ title: spoken(name(60)), text: spoken(name(240)) }))
    .optional()
    .openapi({ description: 'Left out: the venue’s own.' }),
  directions: z
    .array(spoken(name(240)))
    .optional()
    .openapi({ description: 'Left out: the venue’s own.' }),
});
const Templates = z.object({
  templates: z.array(
    Template.extend({ code: z.string(), seating: z.enum(['numbered', 'free']), hasLogo: z.boolean(), hasPlan: z.boolean() }),
  ),
});

/** A4 tickets, for numbered and for free seating; their pictures are sent at the desk. */
export function templateRoutes(site: Site): readonly ApiRoute[] {
  const { templates, shelves } = site.needs;
  const by = changeBy(site);
  const path = '/catalogue/venues/{id}/ticket-templates';
  const list = keyRoute(
    { ...HEAD, method: 'get', path, summary: 'The ticket templates of a venue', params: OfVenue, says: 'By code and seating', response: Templates, refuses: ['entry-not-found'] }, // prettier-ignore
    ({ params }) => standing(params.id),
  );
  const put = keyRoute(
    {
      ...HEAD,
      method: 'put',
      path: `${path}/{code}/{seating}`,
      summary: 'Create or change a ticket template',
      params: OfTemplate,
      body: Template.strict(),
      says: 'All templates of the venue; pictures stay',
      response: Templates,
      refuses: ['entry-not-found', 'template-not-accepted'],
    },
    async ({ params: { id, code, seating }, body, key }) => {
      await standing(id);
      await templates.put(id, { ...body, code, seating }, by(key));
      return standing(id);
    },
  );
  const remove = keyRoute(
    {
      ...HEAD,
      method: 'delete',
      path: `${path}/{code}/{seating}`,
      summary: 'Delete a ticket template',
      params: OfTemplate,
      says: 'The templates that are left',
      response: Templates,
      refuses: ['entry-not-found', 'template-not-found', 'template-in-use', 'sale-would-stop'],
    },
    async ({ params: { id, code, seating }, key }) => {
      await templates.remove(id, { code, seating }, by(key));
      return standing(id);
    },
  );
  return [list, put, remove];

  async function standing(venue: number): Promise<z.input<typeof Templates>> {
    known(await shelves.venues.find(venue), venue);
    const all = await templates.list(venue);
    return {
      templates: all.map(({ advice, directions, ...one }) => ({
        ...one,
        advice: advice && [...advice],
        directions: directions && [...directions],
      })),
    };
  }
}
