import type { z } from 'zod';

/** What is wrong with a setting, in our words; its value is never told. */
export function settingWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected === 'string' ? 'is missing' : 'must be a whole number';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'is empty' : `must be a whole number from ${leastOf(issue)}`;
  if (issue.code === 'too_big') return `must be ${String(issue.maximum)} at most`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  // said where the setting is described
  return issue.message;
}

function leastOf({ minimum, inclusive }: z.core.$ZodIssueTooSmall): number {
  return inclusive ? Number(minimum) : Number(minimum) + 1;
}
