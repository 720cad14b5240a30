import { inDays, openOffice, servicesAnswer, stage, words, type Office } from './office';

/** An office with one evening of which nothing is missing, ready to be put online. */
export interface OnSale {
  readonly office: Office;
  readonly of: Awaited<ReturnType<typeof stage>>;
  readonly rule: () => object;
  /** The entry as it was read, to be put back changed. */
  read(path: string): Promise<Office['does'] extends (...args: never[]) => Promise<infer R> ? R : never>;
  missing(performance: number): Promise<readonly string[]>;
}

const HELD = { name: words('Envoi soumis à justificatif'), sort: 1 };
const HOME = { name: words('Impression à domicile'), sort: 2, template: 'a4' };
export const CELLS = [
  { category: '1', tariff: 'PLEIN', price: 2400 },
  { category: '1', tariff: 'ETUD', price: 1400 },
  { category: '2', tariff: 'PLEIN', price: 1800 },
  // said: not sold so
  { category: '2', tariff: 'ETUD', price: null },
];
export async function openOnSale(): Promise<OnSale> {
  const office = await openOffice();
  const of = await stage(office);
  const rule = () => ({
    ...{ opensAt: inDays(-1), closesAt: of.performance.startsAt, maxSeats: 6 },
    ...{ tariffs: ['PLEIN', 'ETUD'], deliveryMethods: ['held-for-proof', 'print-at-home'] },
  });
  await servicesAnswer(office.world);
  const put = (path: string, body: object) => office.does('put', path, body);
  await put('/catalogue/till-operators/INTERNET', { name: 'Internet' });
  await put('/catalogue/sales-channels/INTERNET', { name: 'Internet', tillOperator: 'INTERNET', online: true });
  await put('/catalogue/payment-methods/CB INTERNET', { name: 'Carte bancaire' });
  await put('/catalogue/delivery-methods/held-for-proof', HELD);
  await put('/catalogue/delivery-methods/print-at-home', HOME);
  await put('/catalogue/proof-types/card', { name: words('carte') });
  await put('/catalogue/tariffs/PLEIN', { name: words('Plein tarif'), sort: 1 });
  await put('/catalogue/tariffs/ETUD', { name: words('Étudiant'), sort: 2, needsProof: true, proofTypes: ['card'] });
  await put(`/catalogue/shows/${of.show.id}/price-grid`, { cells: CELLS });
  await put(`/catalogue/venues/${of.venue.id}/ticket-templates/a4/numbered`, { name: 'A4' });
  await office.does('post', `/venues/${of.venue.id}/reviewers`, {
    name: 'Billetterie',
    address: 'billetterie@theatre-des-mariniers.example',
  });
  await put(`/venues/${of.venue.id}/sender-authentication`, { mode: 'mailauth' });
  await put(`/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`, rule());
  return {
    ...{ office, of, rule },
    async read(path) {
      const { id: _, code: __, active: ___, ...entry } = await office.does('get', path);
      return entry;
    },
    async missing(performance) {
      const { missing: left } = await office.does('get', `/catalogue/performances/${performance}/readiness`);
      return left.map(({ code }: { readonly code: string }) => code);
    },
  };
}
