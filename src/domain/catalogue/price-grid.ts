import { refuseFaults, type EntryFault } from './refused-entry';

/** What a place of a category costs at a tariff. A price of null: it is not sold so, and the office says so. */
export interface GridCell {
  readonly category: string;
  readonly tariff: string;
  /** In cents. */
  readonly price: number | null;
  /** In cents; left out, the tariff's own. */
  readonly fee?: number | undefined;
}

/** A cell, and where a fault of it is to be named. */
export type PlacedCell = GridCell & Pick<EntryFault, 'pointer' | 'line' | 'column'>;

export interface GridKnowledge {
  /** Of the rooms in which the show is played. */
  readonly categories: readonly string[];
  /** In use. */
  readonly tariffs: readonly string[];
  /** Of all, those that ask for a proof. */
  readonly reduced: readonly string[];
  /** Of all, those that anybody may take: no proof, no age, no number, nobody accompanied. */
  readonly full: readonly string[];
}

/** Names each cell that is doubled, missing or nobody's: every category of the grid has its price at every tariff of the grid. */
export function refuseGrid(cells: readonly PlacedCell[], known: GridKnowledge): void {
  const faults = [
    ...strangers(cells, known),
    ...doubledCells(cells),
    ...missingCells(cells),
    ...nothingSold(cells),
    ...dearReductions(cells, known),
  ];
  refuseFaults([...faults, ...noFullTariff(cells, known)], faults.length > 0 ? 'grid-not-accepted' : 'full-tariff-missing');
}

export function inJson(cells: readonly GridCell[]): readonly PlacedCell[] {
  return cells.map((cell, index) => ({ ...cell, pointer: `#/cells/${index}` }));
}

/** `1 × ETUD`, as the readiness names a cell. */
export function cellName({ category, tariff }: Pick<GridCell, 'category' | 'tariff'>): string {
  return `${category} × ${tariff}`;
}

function strangers(cells: readonly PlacedCell[], { categories, tariffs }: GridKnowledge): readonly EntryFault[] {
  return cells.flatMap(({ category, tariff, ...where }) => [
    ...(categories.includes(category) ? [] : [at(where, { field: 'category', column: 1 }, [`La catégorie « ${category} » n’existe dans aucune salle de ce spectacle.`, `Category “${category}” exists in no room of this show.`])]), // prettier-ignore
    ...(tariffs.includes(tariff) ? [] : [at(where, { field: 'tariff', column: 2 }, [`Le tarif « ${tariff} » n’existe pas ou n’est plus en usage.`, `Tariff “${tariff}” does not exist or is retired.`])]), // prettier-ignore
  ]);
}

function doubledCells(cells: readonly PlacedCell[]): readonly EntryFault[] {
  const names = cells.map(cellName);
  return cells
    .filter((_, index) => names.indexOf(names[index] ?? '') < index)
    .map((cell) =>
      at(cell, { field: '', column: 1 }, [`La case ${cellName(cell)} figure deux fois.`, `Cell ${cellName(cell)} is said twice.`]),
    );
}

function missingCells(cells: readonly PlacedCell[]): readonly EntryFault[] {
  const names = new Set(cells.map(cellName));
  const tariffs = [...new Set(cells.map(({ tariff }) => tariff))];
  const missing = [...new Set(cells.map(({ category }) => category))]
    .flatMap((category) => tariffs.map((tariff) => cellName({ category, tariff })))
    .filter((name) => !names.has(name));
  if (missing.length === 0) return [];
  const [fr, en] =
    missing.length === 1
      ? [`Il manque la case ${missing[0]} : donnez son prix, ou dites qu’elle ne se vend pas.`, `Cell ${missing[0]} is missing: give its price, or say that it is not sold.`] // prettier-ignore
      : [`Il manque les cases ${missing.join(', ')} : donnez leur prix, ou dites qu’elles ne se vendent pas.`, `Cells ${missing.join(', ')} are missing: give their prices, or say that they are not sold.`]; // prettier-ignore
  return [{ pointer: whole(cells), says: { fr, en } }];
}

/** A file that lost its lines would take every price away. */
function nothingSold(cells: readonly PlacedCell[]): readonly EntryFault[] {
  if (cells.some(({ price }) => price !== null)) return [];
  return [{ pointer: whole(cells), says: { fr: 'Cette grille n’a aucun prix : rien ne se vendrait.', en: 'This grid has no price: nothing would be sold.' } }]; // prettier-ignore
}

/** Where a reduction is sold, the tariff that it reduces has its word, even that it is not sold. */
function noFullTariff(cells: readonly PlacedCell[], { full, reduced }: GridKnowledge): readonly EntryFault[] {
  const reductions = cells.some(({ tariff, price }) => price !== null && reduced.includes(tariff));
  if (!reductions || cells.some(({ tariff }) => full.includes(tariff))) return [];
  return [{ pointer: whole(cells), says: { fr: 'Cette grille n’a pas de plein tarif : ajoutez le tarif ouvert à tous dont les autres sont la réduction, sans prix s’il ne se vend pas.', en: 'This grid has no full tariff: add the tariff that is open to everybody and that the others reduce, without a price if it is not sold.' } }]; // prettier-ignore
}

/** Two prices that changed places: whoever brings a proof would pay more than without it. */
function dearReductions(cells: readonly PlacedCell[], { reduced, full: open }: GridKnowledge): readonly EntryFault[] {
  return cells.flatMap((cell) => {
    const { category, price } = cell;
    const full = cells.filter((one) => one.category === category && open.includes(one.tariff)).flatMap((one) => one.price ?? []);
    if (price === null || !reduced.includes(cell.tariff) || full.length === 0 || price <= Math.max(...full)) return [];
    return [at(cell, { field: 'price', column: 3 }, [`La case ${cellName(cell)} coûte plus que le plein tarif, alors qu’elle demande un justificatif : les prix sont-ils inversés ?`, `Cell ${cellName(cell)} costs more than the full tariff, though it asks for a proof: have the prices changed places?`])]; // prettier-ignore
  });
}

/** All cells: a member of what was sent, or the file. */
function whole(cells: readonly PlacedCell[]): string {
  return cells.some(({ line }) => line !== undefined) ? '#' : '#/cells';
}

function at(
  { pointer, line }: Pick<PlacedCell, 'pointer' | 'line'>,
  { field, column }: { readonly field: string; readonly column: number },
  [fr, en]: readonly [string, string],
): EntryFault {
  return { pointer: field === '' ? pointer : `${pointer}/${field}`, says: { fr, en }, ...(line === undefined ? {} : { line, column }) };
}
