import { execFileSync } from 'node:child_process';

/** What `temporal --version` says: "temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)". */
export type TemporalVersion = { readonly cli: string; readonly server: string; readonly ui: string };

export function parseTemporalVersion(text: string): TemporalVersion | undefined {
  const found = /version (\S+) \(Server (\S+), UI (\S+?)\)/.exec(text);
  if (found === null) return undefined;
  const [, cli = '', server = '', ui = ''] = found;
  return { cli, server, ui };
}

export function temporalVersion(path: string): TemporalVersion {
  const text = execFileSync(path, ['--version'], { encoding: 'utf8' });
  const version = parseTemporalVersion(text);
  if (version === undefined) throw new Error(`${path} --version says "${text.trim()}": not the Temporal CLI.`);
  return version;
}
