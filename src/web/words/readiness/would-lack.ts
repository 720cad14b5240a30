import { READINESS_STEPS, stepOf } from '../../../domain/sale/missing-step';
import { RefusedEntry } from '../../../domain/catalogue/refused-entry';
import type { Refusal } from '../../../domain/refusal';
import { listed } from '../amounts';
import { refusalWords } from '../refusals';
import { say, typeset } from '../typography';
import { STEPS } from './steps';

/** Why a change of what is on sale was refused, and which steps it would undo. */
export function refusedSaleWords(refusal: Refusal): string {
  if (refusal instanceof RefusedEntry) return refusal.faults.map(({ says }) => typeset(says.fr)).join(' ');
  const { code, detail } = refusal;
  const words = refusalWords(code).words.fr;
  if (code !== 'sale-would-stop') return words;
  const steps = new Set(String(detail['missing'] ?? '').split(' ').map(stepOf)); // prettier-ignore
  const names = READINESS_STEPS.filter((step) => steps.has(step)).map((step) => STEPS[step].name.fr);
  return say`${words} Ce qui manquerait : ${listed(names, 'fr')}.`;
}
