import type { GridCell, PlacedCell } from './price-grid';
import { RefusedEntry, type EntryFault } from './refused-entry';

const HEADER = ['catégorie', 'tarif', 'prix', 'frais'] as const;
const BOM = '\uFEFF';
const DELIMITERS = [';', '\t', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];
const FIELDS: Readonly<Record<Delimiter, RegExp>> = {
  ';': /(?:"((?:[^"]|"")*)"|([^;"]*))(?:;|$)/y,
  '\t': /(?:"((?:[^"]|"")*)"|([^\t"]*))(?:\t|$)/y,
  ',': /(?:"((?:[^"]|"")*)"|([^,"]*))(?:,|$)/y,
};

/** Opens right in a French spreadsheet: a mark of its encoding, `;`, a comma before the cents. An empty price: not sold. */
export function writeGridFile(cells: readonly GridCell[]): string {
  const rows = cells.map(({ category, tariff, price, fee }) => [
    quoted(category),
    quoted(tariff),
    price === null ? '' : euros(price),
    fee === undefined ? '' : euros(fee),
  ]);
  return BOM + [[...HEADER], ...rows].map((row) => `${row.join(';')}\r\n`).join('');
}

/** What a spreadsheet saved: UTF-8, UTF-16 with its mark (« Texte Unicode ») or windows-1252; `;`, a tab or `,`. Every fault is named by its line and column. */
export function readGridFile(bytes: Uint8Array): readonly PlacedCell[] {
  const text = decoded(bytes);
  const lines = text.split(/\r\n|\n|\r/).map((content, index) => ({ content, line: index + 1 }));
  const [header, ...rows] = lines.filter(({ content }) => content.trim() !== '' && !/^[;,\t]+$/.test(content));
  if (!header) throw new RefusedEntry([fault({ line: 1, column: 1 }, 'Ce fichier est vide.', 'This file is empty.')], 'grid-not-accepted');
  const delimiter = DELIMITERS.find((one) => header.content.includes(one)) ?? ',';
  const columns = split(header.content, delimiter) ?? [];
  const faults: EntryFault[] = headerFaults(columns, header.line);
  if (rows.length === 0 && faults.length === 0)
    faults.push(fault({ line: header.line + 1, column: 1 }, 'Ce fichier n’a que sa ligne de titres.', 'This file has its line of titles alone.')); // prettier-ignore
  const cells = rows.map(({ content, line }) => readRow(split(content, delimiter), { line, width: widthOf(columns) }, faults));
  if (faults.length > 0) throw new RefusedEntry(faults, 'grid-not-accepted');
  return cells;
}

/** A file that is no UTF-8 comes from an older spreadsheet. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** `undefined`: a quote is not closed, or words stand beside it. */
function split(line: string, delimiter: Delimiter): readonly string[] | undefined {
  const one = new RegExp(FIELDS[delimiter]);
  const fields: string[] = [];
  while (one.lastIndex < line.length) {
    const match = one.exec(line);
    if (!match) return undefined;
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[0].endsWith(delimiter) && one.lastIndex === line.length) fields.push('');
  }
  return fields;
}

const NAMES: Readonly<Record<(typeof HEADER)[number], readonly string[]>> = {
  catégorie: ['categorie', 'category'],
  tarif: ['tarif', 'tariff'],
  prix: ['prix', 'price'],
  frais: ['frais', 'fee'],
};

function headerFaults(fields: readonly string[], line: number): EntryFault[] {
  return HEADER.slice(0, Math.max(3, fields.length)).flatMap((name, index) => {
    const plain = (fields[index] ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    if (NAMES[name].includes(plain)) return [];
    return [fault({ line, column: index + 1 }, `Cette colonne s’appelle « ${name} ».`, `This column is called “${NAMES[name].at(-1)}”.`)];
  });
}

/** How many cells every line has: a file cut inside an amount ends with another amount, and only a cell that lacks tells so. */
function widthOf(columns: readonly string[]): number {
  return Math.max(3, Math.min(HEADER.length, columns.length));
}

interface Placed {
  readonly line: number;
  /** Cells that the header names. */
  readonly width: number;
}

function readRow(fields: readonly string[] | undefined, { line, width }: Placed, faults: EntryFault[]): PlacedCell {
  const [category = '', tariff = '', price = '', fee = '', ...more] = fields ?? [];
  const names = { 1: category, 2: tariff };
  if (!fields) faults.push(fault({ line, column: 1 }, 'Un guillemet n’est pas fermé.', 'A quote is not closed.'));
  if (fields && fields.length < width)
    faults.push(fault({ line, column: fields.length + 1 }, 'Cette ligne est coupée : elle a moins de cases que la ligne de titres. Une case peut être vide, son séparateur reste.', 'This line is cut short: it has fewer cells than the line of titles. A cell may be empty; its separator stays.')); // prettier-ignore
  if (more.some((field) => field !== ''))
    faults.push(fault({ line, column: 5 }, 'Il y a trop de colonnes.', 'There are too many columns.'));
  for (const column of [1, 2] as const)
    if (fields && names[column] === '') faults.push(fault({ line, column }, 'Cette case est vide.', 'This cell is empty.'));
  const [inCents, feeInCents] = [price, fee].map(amount);
  if (inCents === undefined) faults.push(notAmount({ line, column: 3 }, price));
  if (feeInCents === undefined) faults.push(notAmount({ line, column: 4 }, fee));
  return { category, tariff, price: inCents ?? null, fee: feeInCents ?? undefined, pointer: '#', line };
}

/** `24`, `24,00`, `1 024,5 €`; null where nothing is written, `undefined` where it is no amount. */
function amount(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00A0\u202F]|€/g, '');
  if (plain === '') return null;
  const [, whole = '', part = ''] = /^(\d{1,5})(?:[,.](\d{1,2}))?$/.exec(plain) ?? [];
  return whole === '' ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

function notAmount(spot: Spot, text: string): EntryFault {
  return fault(
    spot,
    `« ${text} » n’est pas un montant ; un montant s’écrit comme 24,00.`,
    `“${text}” is no amount; an amount is written like 24.00.`,
  );
}

function fault(spot: Spot, fr: string, en: string): EntryFault {
  return { pointer: '#', says: { fr, en }, ...spot };
}

function euros(inCents: number): string {
  return (inCents / 100).toFixed(2).replace('.', ',');
}

function quoted(text: string): string {
  return /[;,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
