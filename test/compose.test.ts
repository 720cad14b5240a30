import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Promises of the files for those who have Docker, which is not to be had where the tests run. */
const compose = readFileSync(join(__dirname, '..', 'docker-compose.yml'), 'utf8');
const dockerfile = readFileSync(join(__dirname, '..', 'Dockerfile'), 'utf8');

/** The lines of one service, by its name. */
function service(name: string): string {
  const [, text = ''] = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose) ?? [];
  return text;
}

describe('docker-compose.yml and Dockerfile', () => {
  it('name every foreign image by its digest', () => {
    const images = [...compose.matchAll(/^\s+image: (\S+)$/gm), ...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    const foreign = images.filter((image) => !image.startsWith('contremarque'));
    expect(foreign).toHaveLength(5);
    for (const image of foreign) expect(image).toMatch(/:[\w.-]+@sha256:[0-9a-f]{64}$/);
  });

  it('have no password of their own for the record, and no key: both come as files, which no image and no commit holds', () => {
    const settings = [...compose.matchAll(/^\s+(MASTER_KEY|DATABASE_URL|MARIADB_PASSWORD)(\w*): (\S+)$/gm)];
    expect(settings.map(([, name, ending, value]) => [name, ending, value])).toEqual([
      ['DATABASE_URL', '_FILE', '/run/secrets/database-url'],
      ['MASTER_KEY', '_FILE', '/run/secrets/master-key'],
      ['MARIADB_PASSWORD', '_FILE', '/run/secrets/database-password'],
    ]);
    expect(compose).toContain('\n  secrets: [master-key, database-url]\n');
    expect(service('database')).toContain('secrets: [database-password]');
    for (const name of ['master-key', 'database-url', 'database-password'])
      expect(compose).toContain(`\n  ${name}:\n    file: ./secrets/${name}\n`);
    for (const file of ['.gitignore', '.dockerignore'])
      expect(readFileSync(join(__dirname, '..', file), 'utf8').split('\n')).toEqual(
        expect.arrayContaining([expect.stringMatching(/^secrets\/?$/)]),
      );
  });

  it('run nothing as root', () => {
    expect(compose).not.toMatch(/user: (root|0)/);
    const stages = dockerfile.split(/^FROM /m).slice(1);
    const run = stages.filter((stage) => !stage.includes(' AS build'));
    expect(run.map((stage) => [...stage.matchAll(/^USER (\S+)$/gm)].at(-1)?.[1])).toEqual(['1000:1000', 'node']);
  });

  it('give our own processes no capability, and no way to another account', () => {
    const [app = ''] = compose.split(/^services:/m);
    expect(app).toContain('cap_drop: [ALL]');
    expect(app).toContain("security_opt: ['no-new-privileges:true']");
    for (const name of ['web', 'worker', 'migrate']) expect(service(name)).toContain('<<: *program');
  });

  it('let both published ports be moved', () => {
    for (const name of ['WEB_PORT', 'TEMPORAL_UI_PORT']) expect(compose).toMatch(new RegExp(`127\\.0\\.0\\.1:\\$\\{${name}:-\\d+\\}:\\d+`));
  });

  it('keep the history of closed orders for months, as docs/operations.md asks', () => {
    expect(service('retention')).toContain('--retention, 90d');
    for (const name of ['web', 'worker']) expect(service(name)).toMatch(/retention:\n\s+condition: service_completed_successfully/);
  });

  it('ask each process whether it is ready, not only whether it lives', () => {
    for (const name of ['web', 'worker']) expect(service(name)).toMatch(/healthcheck:\n\s+test: .*\/readyz/);
  });

  it('publish every port on loopback alone', () => {
    const ports = [...compose.matchAll(/^\s+- (\S+:\S+:\d+)( #.*)?$/gm)].map(([, port]) => port);
    expect(ports).toHaveLength(4);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
