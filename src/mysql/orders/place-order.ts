import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { keptAddress } from '../../domain/mail-address';
import { Refusal } from '../../domain/refusal';
import type { NewOrder, NewSeat } from '../../ports/orders';
import { tariffsByCode, type Tariff } from '../catalogue/tariffs';
import { isDuplicate } from '../duplicate';
import { idIn } from '../rows';
import type { NewRow, RowChange } from '../schema/tables';
import { inTransaction } from '../transaction';
import { countHolder, holderColumns } from './hoarding';
import { expireHolds } from './holds';
import { writeSearchTerms } from './search-terms';
import { passOn } from './take-over';
import { lockChosen, takePlaces } from './take-places';

type Placed = { readonly reference: string; readonly fresh: boolean };

/** A reference that exists already is a fault of the kind `ER_DUP_ENTRY`: the caller makes another one. */
export async function placeOrder(knex: Knex, order: NewOrder, linkHash: string): Promise<Placed> {
  const known = await byKey(knex, order);
  if (known) return known;
  try {
    return await placeNew(knex, order, linkHash);
  } catch (fault) {
    // The same form came in twice at the same time: the one that was quicker has the key, and the very places too.
    const other = isDuplicate(fault) || fault instanceof Refusal ? await byKey(knex, order) : undefined;
    if (other) return other;
    throw fault;
  }
}

async function byKey(knex: Knex, order: NewOrder): Promise<Placed | undefined> {
  const { idempotencyKey } = order;
  if (idempotencyKey === undefined) return undefined;
  const known = await knex('orders').where({ idempotency_key: idempotencyKey }).first('reference', 'idempotent_content');
  if (!known) return undefined;
  if (known.idempotent_content !== null && !contentsOf(order).includes(known.idempotent_content))
    throw new Refusal('key-used-already', `The key has placed ${known.reference}, with other content.`);
  return { reference: known.reference, fresh: false };
}

/**
 * Prints of what is bought, for whom and how (draft-ietf-httpapi-idempotency-key-header, section 2.4): another name is another
 * ticket. The first is kept. The one without language and terms is what an earlier release kept, and what the shop's form is bound to:
 * one basket may be open in two languages, and is one order.
 */
function contentsOf(order: NewOrder): readonly [string, ...string[]] {
  const { channel, performanceId, deliveryMethod, proofsSeen = false, customer, seats, language, acceptedTerms } = order;
  const bought = seats.map(({ tariff, category, place, holder, memberNumber }) => [tariff, category, place, holder, memberNumber]);
  const content = [channel, performanceId, deliveryMethod, proofsSeen, [customer.name, customer.email], bought];
  const print = (what: readonly unknown[]) => createHash('sha256').update(JSON.stringify(what)).digest('base64url');
  if (order.basket !== undefined) return [print(content)];
  return [print([...content, language, acceptedTerms !== undefined]), print(content)];
}

export async function placedUnder(knex: Knex, key: string): Promise<string | undefined> {
  const row = await knex('orders').where({ idempotency_key: key }).first('reference');
  return row?.reference;
}

/** Seats whose hold is over may not have gone back to sale yet: they do before anybody hears that nothing is left. */
async function placeNew(knex: Knex, order: NewOrder, linkHash: string): Promise<Placed> {
  const place = () => inTransaction(knex, (trx) => writeOrder(trx, order, linkHash));
  try {
    return await place();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || (await expireHolds(knex, order.placedAt)) === 0) throw refusal;
    return place();
  }
}

async function writeOrder(trx: Knex.Transaction, order: NewOrder, linkHash: string): Promise<Placed> {
  const { hold } = order;
  // A basket was counted when it was filled.
  if (hold && order.basket === undefined)
    await countHolder(trx, hold, { performanceId: order.performanceId, count: order.seats.length, now: order.placedAt });
  const customerId = await customerOf(trx, order);
  // Before the places, as whoever pays the former order locks them (paid-order.ts).
  if (order.basket !== undefined) await passOn(trx, order.basket, order.reference);
  const operator = order.operator ?? (await tillOf(trx, order.channel));
  const places = await takeAll(trx, order);
  const tariffs = await tariffsByCode(trx, [...new Set(order.seats.map(({ tariff }) => tariff))]);
  const acceptedTerms = await keepTerms(trx, order);
  await trx('orders').insert(orderRow(order, { customerId, operator, linkHash, acceptedTerms }));
  await trx('positions').insert(order.seats.map((seat) => positionRow(order, seat, { places, tariffs })));
  await writeSearchTerms(trx, order);
  const held: RowChange<'performance_places'> = {
    status: 'held',
    basket: null,
    held_until: new Date(order.expiresAt),
    held_since: trx.raw('coalesce(held_since, ?)', [new Date(order.placedAt)]),
    ...holderColumns(hold),
  };
  for (const [no, id] of places) {
    await trx('performance_places')
      .where({ id })
      .update({ ...held, order_reference: order.reference, position_no: no });
  }
  return { reference: order.reference, fresh: true };
}

/** The same name at the same address is the same customer. */
export async function customerOf(
  trx: Knex.Transaction,
  { customer: { name, email: typed }, channel }: Pick<NewOrder, 'customer' | 'channel'>,
): Promise<number> {
  const email = typed === undefined ? null : keptAddress(typed);
  // Two of one name and without an address may be two people.
  const known: { readonly id: number } | undefined = email === null ? undefined : await trx('customers').where({ name, email }).first('id');
  if (known) return known.id;
  const added = trx('customers').insert({ name, email, channel }).onConflict(['email', 'name']); // prettier-ignore
  return idIn(await added.merge({ id: trx.raw('last_insert_id(id)') }));
}

async function tillOf(trx: Knex.Transaction, channel: string): Promise<string> {
  const row = await trx('sales_channels').where({ code: channel }).first('till_operator_code');
  if (!row) throw new Error(`No sales channel ${channel}.`);
  return row.till_operator_code;
}

/** The place of each seat by its number; categories in a fixed order, so that two orders never wait for each other. */
async function takeAll(
  trx: Knex.Transaction,
  { performanceId, allocation, basket, seats }: NewOrder,
): Promise<ReadonlyMap<number, number>> {
  const taken = await takeChosen(trx, { performanceId, allocation, basket, seats });
  // Else the seats without a wish could be given the very places that another one has wished for.
  if (taken.size > 0 && taken.size < seats.length) {
    await trx('performance_places')
      .whereIn('id', [...taken.values()])
      .update({ status: 'held' });
  }
  for (const category of [...new Set(seats.map((seat) => seat.category))].toSorted()) {
    const wanted = seats.filter((seat) => seat.category === category && seat.place === undefined);
    const places = await takePlaces(trx, { performanceId, allocation, category, count: wanted.length });
    if (!places) {
      const field = `seats/${seats.findIndex((seat) => seat === wanted[0])}/category`;
      throw new Refusal('seats-not-available', `Not ${wanted.length} free seats in category ${category}.`, { category, field });
    }
    for (const [index, place] of places.entries()) {
      const seat = wanted[index];
      if (seat) taken.set(seat.no, place.id);
    }
  }
  return taken;
}

/** The places chosen on the plan: all of them, of their category and of this channel, or none. */
async function takeChosen(
  trx: Knex.Transaction,
  { performanceId, allocation, basket, seats }: Pick<NewOrder, 'performanceId' | 'allocation' | 'basket' | 'seats'>,
): Promise<Map<number, number>> {
  const chosen = seats.flatMap(({ no, category, place }) => (place === undefined ? [] : [{ no, category, id: place }]));
  const [lost] = chosen.length > 0 ? await lockChosen(trx, { performanceId, allocation, chosen, basket }) : [];
  if (lost !== undefined) {
    const seat = seats.findIndex(({ place }) => place === lost);
    throw new Refusal('seats-not-available', 'A chosen place is no longer free.', { field: `seats/${seat}/place` });
  }
  return new Map(chosen.map(({ no, id }) => [no, id]));
}

/** The same words are kept once, however many accept them. */
async function keepTerms(trx: Knex.Transaction, { acceptedTerms: text, placedAt }: NewOrder): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const hash = createHash('sha256').update(text).digest('base64url');
  const known: unknown = await trx('accepted_terms').where({ hash }).first('hash');
  if (known === undefined)
    await trx('accepted_terms')
      .insert({ hash, text, first_at: new Date(placedAt) })
      .onConflict('hash')
      .ignore();
  return hash;
}

function orderRow(order: NewOrder, { customerId, operator, linkHash, acceptedTerms }: OrderKeys): NewRow<'orders'> {
  const placedAt = new Date(order.placedAt);
  return {
    reference: order.reference,
    customer_id: customerId,
    performance_id: order.performanceId,
    language: order.language,
    channel: order.channel,
    till_operator: operator,
    sold_by: order.soldBy ?? null,
    delivery_method: order.deliveryMethod,
    delivery_price: order.deliveryPrice,
    total: order.total,
    payment: 'pending',
    status: 'awaiting-payment',
    waits_for: 'payment',
    waits_since: placedAt,
    placed_at: placedAt,
    expires_at: new Date(order.expiresAt),
    link_hash: linkHash,
    accepted_terms: acceptedTerms ?? null,
    idempotency_key: order.idempotencyKey ?? null,
    idempotent_content: order.idempotencyKey === undefined ? null : contentsOf(order)[0],
  };
}

interface OrderKeys {
  readonly customerId: number;
  readonly operator: string;
  readonly linkHash: string;
  readonly acceptedTerms: string | undefined;
}

interface Chosen {
  readonly places: ReadonlyMap<number, number>;
  readonly tariffs: readonly Tariff[];
}

function positionRow({ reference, proofsSeen }: NewOrder, seat: NewSeat, { places, tariffs }: Chosen): NewRow<'positions'> {
  const tariff = tariffs.find(({ code }) => code === seat.tariff);
  if (!tariff) throw new Refusal('tariff-not-offered', `Tariff ${seat.tariff} is not known.`, { tariff: seat.tariff });
  const place = places.get(seat.no);
  if (place === undefined) throw new Error(`Seat ${seat.no} of ${reference} was given no place.`);
  return {
    order_reference: reference,
    no: seat.no,
    tariff_code: seat.tariff,
    category: seat.category,
    holder: seat.holder,
    price: seat.price,
    fee: seat.fee,
    to_full_price: seat.toFullPrice,
    full_tariff: seat.fullTariff ?? null,
    delivery_share: seat.deliveryShare,
    place_id: place,
    proof: tariff.needsProof ? (proofsSeen ? 'approved' : 'awaiting-proof') : 'not-required',
    delivery: 'held',
    companionship: tariff.companionship ?? null,
    member_number: seat.memberNumber || null,
  };
}
