import type { TicketTemplate } from '../../src/domain/ticket-template';
import { refuseUnprintable } from '../../src/domain/ticket-template';
import { Refusal } from '../../src/domain/refusal';
import type { TemplatePictures, TicketTemplates } from '../../src/ports/tickets/ticket-templates';

type Kept = TicketTemplate & { -readonly [Name in keyof TemplatePictures]?: TemplatePictures[Name] };

/** Two templates of one venue, in memory. */
export function fakeTicketTemplates(): TicketTemplates & { readonly kept: Kept[] } {
  const kept: Kept[] = [
    { code: 'a4', seating: 'numbered', name: 'A4, places numérotées' },
    { code: 'a4', seating: 'free', name: 'A4, placement libre' },
  ];
  const find = (which: Pick<TicketTemplate, 'code' | 'seating'>) =>
    kept.find((one) => one.code === which.code && one.seating === which.seating);
  return {
    kept,
    list: () => Promise.resolve(kept.map((one) => ({ ...one, hasLogo: one.logo !== undefined, hasPlan: one.plan !== undefined }))),
    find: (_venue, which) => Promise.resolve(find(which)),
    forOrder: () => Promise.resolve(kept[0]),
    put: async (_venue, template) => {
      refuseUnprintable(template);
      const known = find(template);
      if (known) Object.assign(known, template);
      else kept.push({ ...template });
    },
    putPicture: (_venue, { name, content, ...which }) => {
      const known = find(which);
      if (!known) return Promise.reject(new Refusal('template-not-found', 'No such template.'));
      if (content) known[name] = content;
      else delete known[name];
      return Promise.resolve();
    },
    remove: () => Promise.reject(new Refusal('template-in-use', 'It is in use.')),
  };
}
