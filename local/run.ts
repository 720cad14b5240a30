import { spawn } from 'node:child_process';

export type RunOptions = { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv };

const KEPT = 4000;

/** Runs a command to its end and answers what it printed; if it fails, the error carries what it said last. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(-KEPT);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(printed);
      const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      return reject(new Error(`${command} ${how}:\n${printed.slice(-KEPT)}${complaint}`));
    });
  });
}

/** Runs a command whose output the person sees, and answers its exit code. */
export function runInSight(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
