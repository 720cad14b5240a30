import type { Knex } from 'knex';
import type { PaidOrder } from '../../src/domain/order/start';
import { countOf, insertedId } from '../../src/mysql/rows';

const json = (value: unknown) => JSON.stringify(value);
const words = (fr: string, en: string) => json({ fr, en });

export const STUDENT = 'ETUD';
const FULL = 'PLEIN';
export const DISABLED = 'PSH';

/** A theatre, who answers for it, one performance and its tariffs: as much as a story's rows refer to. */
export async function furnishTheatre(knex: Knex, performanceAt: number): Promise<void> {
  await knex('venues').insert({
    id: 1,
    name: 'Théâtre des Mariniers',
    organizer: 'Association des Mariniers',
    licences: json(['L-D-19-1172']),
    address: '3, quai aux Pierres',
    city: 'Auxonne',
    phone: '03 00 00 00 00',
    opening_hours: words('', ''),
    email: 'contact@mariniers.example',
    website: 'https://mariniers.example',
    time_zone: 'Europe/Paris',
    directions: json([]),
    advice: json([]),
    proofs_label: words('Mes justificatifs', 'My proofs'),
    inbox_address: 'validation@mariniers.example',
    copy_address: 'copies@mariniers.example',
    escalation_address: 'direction@mariniers.example',
    attach_proofs: true,
    policy: json({}),
    authentication_mode: 'ar',
    authserv_id: 'mx.mariniers.example',
  });
  await knex('reviewers').insert([
    { id: 1, venue_id: 1, name: 'Billetterie', address: 'billetterie@mariniers.example', active: true },
    { id: 2, venue_id: 1, name: 'Sophie Morel', address: 'sophie.morel@mariniers.example', active: true },
    { id: 3, venue_id: 1, name: 'Ancien collègue', address: 'ancien@mariniers.example', active: false },
  ]);
  await knex('staff').insert({
    id: 5,
    name: 'Karim Haddad',
    email: 'karim.haddad@mariniers.example',
    role: 'admin',
    password_hash: 'x',
    totp_secret: 'x',
  });
  await furnishPerformance(knex, new Date(performanceAt));
}

async function furnishPerformance(knex: Knex, startsAt: Date): Promise<void> {
  await knex('rooms').insert({ id: 1, venue_id: 1, name: 'Grande salle', seating: 'numbered' });
  await knex('seat_categories').insert({ room_id: 1, code: '1', name: 'Première', sort: 1 });
  await knex('shows').insert({
    id: 1,
    venue_id: 1,
    title: 'La Traversée',
    credit: '',
    genre: 'Théâtre',
    presentation: words('', ''),
    practical: words('', ''),
  });
  await knex('performances').insert({
    id: 1,
    show_id: 1,
    room_id: 1,
    starts_at: startsAt,
    doors_at: startsAt,
    ends_at: startsAt,
    vat_rate: 210,
  });
  const tariff = (code: string, rule: { readonly needs_proof: boolean; readonly health: boolean; readonly retention_days: number }) => ({
    code,
    sort: 1,
    name: words(code, code),
    validity_rule: '{}',
    validity: words('', ''),
    ...rule,
  });
  await knex('tariffs').insert([
    tariff(FULL, { needs_proof: false, health: false, retention_days: 0 }),
    tariff(STUDENT, { needs_proof: true, health: false, retention_days: 7 }),
    tariff(DISABLED, { needs_proof: true, health: true, retention_days: 0 }),
  ]);
  await knex('delivery_methods').insert({ code: 'held-for-proof', sort: 1, name: words('', ''), price: 0 });
  await knex('till_operators').insert({ code: 'INTERNET', name: 'Internet' });
  await knex('sales_channels').insert({ code: 'web', name: 'Internet', till_operator_code: 'INTERNET' });
  await knex('payment_methods').insert({ code: 'card', name: 'CB Internet' });
}

/** The rows of an order as they are when its money has arrived and its story begins. */
export async function sellOrder(knex: Knex, paid: PaidOrder, reduced = STUDENT): Promise<void> {
  const paidAt = new Date(paid.paidAt);
  const name = `Camille Roussel ${paid.order}`;
  const customer = await insertedId(knex, 'customers', { name, email: 'camille.roussel@courriel.example' });
  await knex('orders').insert({
    reference: paid.order,
    customer_id: customer,
    performance_id: 1,
    language: 'fr',
    channel: 'web',
    delivery_price: 0,
    total: 9100,
    delivery_method: 'held-for-proof',
    payment: 'paid',
    status: 'awaiting-payment',
    waits_for: 'payment',
    placed_at: paidAt,
    expires_at: paidAt,
    paid_at: paidAt,
  });
  for (const { no, needsProof } of paid.seats) {
    const before = await countOf(knex('performance_places'));
    const place = await insertedId(knex, 'performance_places', {
      performance_id: 1,
      category: '1',
      sort: before + 1,
      entrance: 'A',
      status: 'sold',
      order_reference: paid.order,
      position_no: no,
    });
    await knex('positions').insert({
      order_reference: paid.order,
      no,
      tariff_code: needsProof ? reduced : FULL,
      category: '1',
      holder: name,
      price: 2900,
      fee: 0,
      to_full_price: needsProof ? 1200 : 0,
      place_id: place,
      delivery: 'held',
      proof: needsProof ? 'awaiting-proof' : 'not-required',
    });
  }
}
