import type { SoldLine } from '../../domain/sale/statistics';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';

/** As a French spreadsheet opens it by itself: a byte order mark, semicolons, a decimal comma (RFC 4180 otherwise). */
export function soldFile(lines: readonly SoldLine[], visit: Visit): string {
  const rows = lines.map(({ channel, tariff, performance, seats, amount, owed }) => [
    channel,
    tariff.code,
    tariff.name.fr,
    performance.showTitle,
    atVenueNumbered(visit, performance.venueId).calendar.fullMoment(performance.startsAt),
    `${seats}`,
    euros(amount),
    euros(owed),
  ]);
  return `\u{FEFF}${[HEADS, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

const HEADS = ['Filière', 'Code du tarif', 'Tarif', 'Spectacle', 'Séance', 'Places', 'Recette (€)', 'Dont à rembourser (€)'];

function euros(amount: number): string {
  return (amount / 100).toFixed(2).replace('.', ',');
}

const NUMBER = /^-?\d+(?:,\d+)?$/;

/** A text that begins like a formula is one to a spreadsheet: an apostrophe keeps it a text. A number below zero stays one, to be added up. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
