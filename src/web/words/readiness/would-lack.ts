import { READINESS_STEPS, stepOf } from '../../../domain/sale/missing-step';
import { RefusedEntry } from '../../../domain/catalogue/refused-entry';
import type { Refusal } from '../../../domain/refusal';
import { listed } from '../../../domain/listed';
import { refusalWords } from '../refusals';
import { say, typeset } from '../../../wording/typography';
import { HOUSE_MISSING } from './house-missing';
import { STEPS } from './steps';

/** Why a change of what is on sale was refused, and which steps it would undo. */
export function refusedSaleWords(refusal: Refusal): string {
  if (refusal instanceof RefusedEntry) return refusal.faults.map(({ says }) => typeset(says.fr)).join(' ');
  const { code, detail } = refusal;
  const words = refusalWords(code).words.fr;
  if (code !== 'sale-would-stop') return words;
  // the name of the step would not tell that a date was mistyped
  if (detail['missing'] === 'sale-over') return [words, ...HOUSE_MISSING['sale-over']().map(({ fr }) => typeset(fr))].join(' ');
  const steps = new Set(String(detail['missing'] ?? '').split(' ').map(stepOf)); // prettier-ignore
  const names = READINESS_STEPS.filter((step) => steps.has(step)).map((step) => STEPS[step].name.fr);
  return say`${words} Ce qui manquerait : ${listed(names, 'fr')}.`;
}
