import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { staticAssets } from '../../src/web/assets';
import { bundleScript, SCRIPTS } from '../../src/web/page-scripts';

const FOLDER = join(__dirname, '..', '..', 'src', 'web', 'scripts');
const app = express().use(staticAssets());

/** The sources that a script was made of, as the bundler names them. */
function sourcesOf(script: string): string[] {
  return [...script.matchAll(/^ *\/\/ (\S+\.ts)$/gm)].map(([, source]) => source ?? '');
}

it.each(SCRIPTS)('%s is served as it is bundled, and kept until its address changes', async (name) => {
  const served = await request(app).get(`/assets/${name}`);
  expect(served.status).toBe(200);
  expect(served.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(served.text).toBe(bundleScript(name, FOLDER).toString());
  const again = await request(app).get(`/assets/${name}`).set('If-None-Match', String(served.headers['etag']));
  expect(again.status).toBe(304);
});

it.each(SCRIPTS)('%s brings nothing to a browser but its own room and the domain', (name) => {
  const sources = sourcesOf(bundleScript(name, FOLDER).toString());
  expect(sources).not.toEqual([]);
  expect(sources.filter((source) => source.startsWith('..') && !source.startsWith('../../domain/'))).toEqual([]);
});

it('the door judges on its own by the rule of the server', () => {
  expect(sourcesOf(bundleScript('door.js', FOLDER).toString())).toEqual(
    expect.arrayContaining(['../../domain/check-in.ts', '../../domain/check-in-alone.ts', '../../domain/ticket.ts']),
  );
});
