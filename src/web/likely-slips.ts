import { probablyMeant } from '../domain/mail-address-hint';
import type { Html } from './page/html';
import { html } from './page/html';
import { say } from '../wording/typography';

/** Whether an address is meant that ends a slip away from a usual host: asked at the desk, once. */
export function deskQuestion(meant: string): string {
  return say`Est-ce ${meant} ? Corrigez, ou envoyez une seconde fois si l’adresse est bien celle-ci.`;
}

/** About each address that looks like a slip, but those which the page has `shown`: they were asked about, or stood so before. */
export function questionsAbout(addresses: readonly string[], shown: string): readonly string[] {
  const known = shown.split(' ');
  return addresses.filter((address) => !known.includes(address)).flatMap((address) => questionAbout(address) ?? []);
}

function questionAbout(address: string): string | undefined {
  const meant = probablyMeant(address);
  return meant === undefined ? undefined : deskQuestion(meant);
}

/** Every form with addresses says which of them it shows: sent once more, they are meant. */
export function shownSlips(addresses: readonly string[]): Html {
  const slips = addresses.filter((address) => probablyMeant(address) !== undefined);
  return html`<input type="hidden" name="${SHOWN_SLIPS}" value="${slips.join(' ')}" />`;
}

export const SHOWN_SLIPS = 'slips';
