import { PHARE } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import type { Visitor } from '../visitor';
import { formFields, visitor } from '../visitor';

export const DATE = `/seances/${PHARE.id}`;
export const CUSTOMER = { name: 'Camille Roussel', email: 'camille.roussel@courriel.example' };
/** Her details as the form sends them, the terms of sale accepted. */
export const CAMILLE = { ...CUSTOMER, accept: 'yes' };

/** A theatre where nothing is sold yet, and somebody at its door. */
export async function opens(setting: Parameters<typeof openTheatre>[0] = {}): Promise<{ theatre: Theatre; camille: Visitor }> {
  const theatre = await openTheatre({ orders: [], ...setting });
  return { theatre, camille: visitor(theatre) };
}

/** Sends a form of a page as a browser does: its hidden fields, and what was typed. */
export async function sends(camille: Visitor, page: string, fields: Readonly<Record<string, string | readonly string[]>>, action = page) {
  const { text } = await camille.get(page);
  return camille.post(action).type('form').send({ ...formFields(text, action), ...fields }); // prettier-ignore
}

export async function fills(camille: Visitor, counts: Readonly<Record<string, string>>): Promise<void> {
  const answer = await sends(camille, DATE, { category: '1', ...counts });
  expect([answer.status, answer.headers['location']]).toEqual([303, '/panier']);
}
