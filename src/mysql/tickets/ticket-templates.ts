import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Seating, TicketTemplate } from '../../domain/ticket-template';
import { refuseUnprintable } from '../../domain/ticket-template';
import type { TemplatePictures, TicketTemplates } from '../../ports/tickets/ticket-templates';
import { jsonOrNull } from '../column-values';
import type { RecordChange } from '../settings/record-change';
import { keepingSale } from '../catalogue/sale/keeping-sale';
import { columns, firstOf } from '../rows';
import { templateAdvice, templateDirections } from '../schema/json-columns';
import type { Row } from '../schema/tables';
import { inTransaction } from '../transaction';

type Which = { readonly code: string; readonly seating: Seating };

export function createTicketTemplates({
  knex,
  recordChange,
}: {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}): TicketTemplates {
  return {
    async list(venue) {
      const rows = await knex('ticket_templates').where({ venue_id: venue }).orderBy(['code', 'seating']);
      return rows.map((row) => ({ ...templateOf(row), hasLogo: row.logo !== null, hasPlan: row.plan !== null }));
    },

    async find(venue, { code, seating }) {
      const row = await knex('ticket_templates').where({ venue_id: venue, code, seating }).first();
      return row && { ...templateOf(row), ...picturesOf(row) };
    },

    forOrder: (order) => forOrder(knex, order),

    put: (venue, template, change) =>
      inTransaction(knex, async (trx) => {
        refuseUnprintable(template);
        const before = await locked(trx, venue, template);
        const { code, seating, name, advice, directions } = template;
        const texts = { name, advice: jsonOrNull(advice), directions: jsonOrNull(directions) };
        await trx('ticket_templates')
          .insert({ venue_id: venue, code, seating, ...texts })
          .onConflict(['venue_id', 'code', 'seating'])
          .merge(texts);
        await recordChange(trx, { ...change, subject: subjectOf(template), before: before && templateOf(before), after: template });
      }),

    putPicture: (venue, { name, content, ...which }, change) =>
      inTransaction(knex, async (trx) => {
        const before = await locked(trx, venue, which);
        if (!before) throw notFound(which);
        await trx('ticket_templates')
          .where({ id: before.id })
          .update({ [name]: content ?? null });
        const bytes = (picture: Buffer | null | undefined) => ({ [name]: picture ? `${picture.length} bytes` : null });
        await recordChange(trx, { ...change, subject: subjectOf(which), before: bytes(before[name]), after: bytes(content) });
      }),

    remove: (venue, which, change) =>
      inTransaction(knex, (trx) =>
        keepingSale(trx, change.at, async () => {
          const before = await locked(trx, venue, which);
          if (!before) throw notFound(which);
          await refuseUsed(trx, venue, which);
          await trx('ticket_templates').where({ id: before.id }).delete();
          await recordChange(trx, { ...change, subject: subjectOf(which), before: templateOf(before), after: undefined });
        }),
      ),
  };
}

async function forOrder(knex: Knex, order: string): Promise<(TicketTemplate & TemplatePictures) | undefined> {
  const its = knex('orders')
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .join('venues', 'venues.id', 'rooms.venue_id')
    .join('delivery_methods', 'delivery_methods.code', 'orders.delivery_method')
    .join('ticket_templates', (on) => {
      on.on('ticket_templates.venue_id', 'venues.id').on('ticket_templates.seating', 'rooms.seating');
      on.on('ticket_templates.code', knex.raw('coalesce(delivery_methods.template, venues.pdf_product_template)'));
    })
    .where('orders.reference', order);
  const row = await firstOf(its, columns('ticket_templates', 'code', 'seating', 'name', 'advice', 'directions', 'logo', 'plan'));
  return row && { ...templateOf(row), ...picturesOf(row) };
}

async function locked(trx: Knex.Transaction, venue: number, { code, seating }: Which): Promise<Row<'ticket_templates'> | undefined> {
  return trx('ticket_templates').where({ venue_id: venue, code, seating }).forUpdate().first();
}

async function refuseUsed(trx: Knex.Transaction, venue: number, { code }: Which): Promise<void> {
  const method: unknown = await trx('delivery_methods').where({ template: code, active: true }).first('code');
  const product: unknown = await trx('venues').where({ id: venue, pdf_product_template: code }).first('id');
  if (method !== undefined || product !== undefined) throw new Refusal('template-in-use', `Template ${code} is in use.`);
}

function templateOf({
  code,
  seating,
  name,
  advice,
  directions,
}: Pick<Row<'ticket_templates'>, 'code' | 'seating' | 'name' | 'advice' | 'directions'>): TicketTemplate {
  return {
    ...{ code, seating, name },
    advice: advice === null ? undefined : templateAdvice(advice),
    directions: directions === null ? undefined : templateDirections(directions),
  };
}

function picturesOf({ logo, plan }: Pick<Row<'ticket_templates'>, 'logo' | 'plan'>): TemplatePictures {
  return { logo: logo ?? undefined, plan: plan ?? undefined };
}

function subjectOf({ code, seating }: Which) {
  return { kind: 'ticket-template', id: `${code}/${seating}` };
}

function notFound({ code, seating }: Which): Refusal {
  return new Refusal('template-not-found', `No template ${code} for ${seating} seating.`);
}
