import type { App } from '../app';
import type { Stack } from '../stack';
import { storiesAt } from '../temporal';
import { assembleCompany, type Company } from './company';
import { SceneFailed, step } from './stage';

/** Everybody takes their place before a performance of the running program, numbered seats and more than a week away. */
export async function rehearse(stack: Stack, app: App): Promise<Company> {
  const apiKey = (await app.command('api-key', 'add', '--name', 'demo', '--role', 'admin')).trim();
  const answer = await fetch(`${app.publicUrl}/api/performances`);
  const { performances } = (await answer.json()) as { performances: { id: number; seating: string; startsAt: string }[] };
  const later = performances.filter(
    ({ seating, startsAt }) => seating === 'numbered' && Date.parse(startsAt) > Date.now() + 7 * 86_400_000,
  );
  if (!later[0]) throw new SceneFailed('No performance with numbered seats is on sale.');
  step(`The pages answer at ${app.publicUrl}${stack.temporalUiUrl ? `, Temporal’s at ${storiesAt(stack.temporalUiUrl)}` : ''}`);
  return assembleCompany(stack, app, apiKey, later[0].id);
}
