/** A line for the person who waits. On stderr, so that a program's own answer on stdout can be taken by another. */
export type Say = (line: string) => void;

export const sayToPerson: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

/** Says every quarter of a minute that a long piece of work still lives. */
export async function sayingItLives<T>(say: Say, what: string, work: Promise<T>): Promise<T> {
  const start = Date.now();
  const timer = setInterval(() => say(`  still ${what}: ${spent(Date.now() - start)} so far`), 15_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

function spent(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
