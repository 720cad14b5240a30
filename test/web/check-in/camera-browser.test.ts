import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { create } from 'qrcode';
import { openBrowser, violations } from '../browser';
import type { Theatre } from '../harness';
import { heleneAtTheDoor } from './door-tab';
import { codeOf, openEvening } from './evening';

const folder = mkdtempSync(join(tmpdir(), 'camera-'));
let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  const film = join(folder, 'ticket.y4m');
  writeFileSync(film, filmOf(codeOf(1)));
  browser = await openBrowser(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  theatre = await openEvening();
});
afterAll(async () => {
  await theatre.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});

const WIDTH = 640;
const HEIGHT = 480;
const MODULE = 8;

/** What the camera sees (YUV4MPEG2): a ticket's code, held still. */
function filmOf(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const grey = Buffer.alloc(WIDTH * HEIGHT, 235);
  const [left, top] = [(WIDTH - modules.size * MODULE) / 2, (HEIGHT - modules.size * MODULE) / 2];
  for (let y = 0; y < modules.size * MODULE; y += 1)
    for (let x = 0; x < modules.size * MODULE; x += 1)
      if (modules.get(Math.floor(y / MODULE), Math.floor(x / MODULE))) grey[(top + y) * WIDTH + left + x] = 16;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

it('a ticket held before the camera is let in, once, while it is held there', async () => {
  const { page, complaints } = await heleneAtTheDoor(browser, theatre);
  await page.getByRole('button', { name: 'Scanner avec l’appareil photo' }).click();
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Arrêter l’appareil photo' }).click();
  await page.getByRole('button', { name: 'Scanner avec l’appareil photo' }).waitFor();
  expect(await page.locator('video').isVisible()).toBe(false);
  const entries = theatre.checkIns.entries.map(({ uid, verdict, signed }) => [uid, verdict, signed]);
  expect(entries).toEqual([['CM-7K2M-4Q9T-1', 'admitted', true]]);
  expect(complaints).toEqual([]);
});
