import { setTimeout as pause } from 'node:timers/promises';

/** A scene did not end as it must. */
export class SceneFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SceneFailed';
  }
}

const BEGIN = Date.now();

/** One step, with the time since the demo began. */
export function step(words: string): void {
  const seconds = ((Date.now() - BEGIN) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${words}\n`);
}

export function scene(title: string): void {
  process.stdout.write(`\n         ${title}\n         ${'-'.repeat(title.length)}\n`);
}

/** What must be true, seen from outside. */
export function must(fact: boolean, words: string): void {
  if (!fact) throw new SceneFailed(`It must be so, and is not: ${words}`);
}

/** Asks again until there is an answer; says what it waited for when there is none in time. */
export async function until<T>(words: string, ask: () => Promise<T | undefined | false>, seconds = 120): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new SceneFailed(`Waited ${seconds} s in vain: ${words}`);
    await pause(200);
  }
}

/** Looks for a while, and nothing must come. */
export async function never<T>(words: string, ask: () => Promise<T | undefined | false>, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) throw new SceneFailed(`It must not happen, and did: ${words}`);
    await pause(200);
  }
}
