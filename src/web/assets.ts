import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import express, { Router } from 'express';
import type { ScriptName } from './page-scripts';
import { readScript, SCRIPTS } from './page-scripts';
import { ROUTES } from './paths';

const OWN = join(__dirname, 'assets');

const FONTS = {
  'spectral-500.woff2': '@fontsource/spectral/files/spectral-latin-500-normal.woff2',
  'spectral-500-italic.woff2': '@fontsource/spectral/files/spectral-latin-500-italic.woff2',
  'spectral-600.woff2': '@fontsource/spectral/files/spectral-latin-600-normal.woff2',
  'source-sans-3.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
} as const;

/** Our style, scripts and fonts. An address changes with its content, so browsers keep it for a year. */
export function staticAssets(): Router {
  const router = Router();
  for (const [name, file] of Object.entries(FONTS)) {
    const path = require.resolve(file);
    const options = { root: dirname(path), maxAge: '1y', immutable: true };
    router.get(`${ROUTES.assets}/${name}`, (_request, response) => response.sendFile(basename(path), options));
  }
  // Reads QR codes where the browser cannot.
  const reader = require.resolve('jsqr');
  router.get(`${ROUTES.assets}/jsqr.js`, (_request, response) =>
    response.sendFile(basename(reader), { root: dirname(reader), maxAge: '1y', immutable: true }),
  );
  for (const name of SCRIPTS) {
    router.get(`${ROUTES.assets}/${name}`, (_request, response) => {
      response.type('text/javascript').set('Cache-Control', 'public, max-age=31536000, immutable').send(readScript(name));
    });
  }
  router.use(ROUTES.assets, express.static(OWN, { maxAge: '1y', immutable: true, index: false, fallthrough: true }));
  return router;
}

/** All that a page of the desk is made of besides these scripts: it must open without a network. */
export function assetsOfAPage(...scripts: readonly ScriptName[]): readonly string[] {
  const plain = [...Object.keys(FONTS), 'icon.svg', 'jsqr.js'].map((name) => `${ROUTES.assets}/${name}`);
  return [...plain, ...(['site.css', 'desk.css', ...scripts] as const).map(assetUrl)];
}

/** `/assets/site.css?v=1a2b3c4d` */
export function assetUrl(name: Style | ScriptName): string {
  const known = versions.get(name);
  if (known) return known;
  const content = isStyle(name) ? readFileSync(join(OWN, name)) : readScript(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8); // prettier-ignore
  const url = `${ROUTES.assets}/${name}?v=${hash}`;
  versions.set(name, url);
  return url;
}

const versions = new Map<string, string>();

type Style = 'site.css' | 'desk.css';

function isStyle(name: Style | ScriptName): name is Style {
  return name.endsWith('.css');
}
