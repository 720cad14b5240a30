// Draws the pictures of the demonstration theatre, Théâtre des Mariniers in Valcour-sur-Loire: its sign and its access plan.
// They are committed beside this file; run `node local/theatre/draw.mjs` after changing the drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const fonts = join(here, '..', '..', 'src', 'pdf', 'fonts');

const INK = 'black';
const WATER = '#e3e6e6';
const KERB = '#a3a099';
const GREYS = [0, 85, 160, 200, 230, 255];

GlobalFonts.registerFromPath(join(fonts, 'source-sans-3-400.ttf'), 'Plan');
GlobalFonts.registerFromPath(join(fonts, 'source-sans-3-600.ttf'), 'Plan Strong');
GlobalFonts.register(await italic(), 'Plan Italic');

await save('logo.png', drawSign());
await save('plan.png', drawPlan());

/** A sailing boat, on a square of 15 mm at 600 dpi; the pen counts in millimetres. */
function drawSign() {
  const { canvas, pen } = sheet({ width: 354, height: 354, millimetres: 15 });
  paint(pen, 'M7.05 1.5 C4.7 4.2 2.7 7.2 2 10.6 L7.05 10.6 Z', 'black');
  stroke(pen, 'M8.35 4.5 L8.35 10.2 L12.25 10.2 C11.6 7.9 10.3 5.9 8.35 4.5 Z', { width: 0.75, corner: 'miter' });
  stroke(pen, 'M1.4 12.6 q1 0.9 2 0 t2 0 t2 0 t2 0 t2 0 t2 0', { width: 0.75 });
  return canvas;
}

/** The way from the station and from the tram, 92 × 66 mm at 300 dpi. */
function drawPlan() {
  const { canvas, pen } = sheet({ width: 1086, height: 780, millimetres: 92 });
  paint(pen, 'M0 48.4 C6 47.2 9 46.5 14 46.4 C22 46.2 30 48.3 40 48 C54 47.4 62 43.2 74 43 C81 43 87 44 92 45 V66 H0 Z', WATER);
  drawStreets(pen);
  for (const wave of ['M6 56.4', 'M36.7 60', 'M66.2 54.5'])
    stroke(pen, `${wave} q2 -1.4 4 0 t4 0 t4 0 t4 0`, { width: 0.3, colour: '#7b7781' });
  drawPlaces(pen);
  drawNames(pen);
  pen.lineWidth = 0.25;
  pen.strokeStyle = 'black';
  pen.strokeRect(0.125, 0.125, 91.75, 65.83);
  return canvas;
}

/** All kerbs first, then all roadways: streets open into one another. */
function drawStreets(pen) {
  const streets = [
    'M21.4 -1 V44.8',
    'M51.4 -1 L52.6 44',
    'M76.8 -1 L74.8 40.8',
    'M-1 18.9 H93',
    'M-1 33 L93 30.6',
    'M-1 46.2 C6 44.2 9 44 14 44 C22 44 30 45.8 40 45.5 C54 45 62 40.5 74 40.4 C81 40.3 87 41.5 93 43',
  ];
  for (const street of streets) stroke(pen, street, { width: 2.3, colour: KERB });
  for (const street of streets) stroke(pen, street, { width: 1.7, colour: 'white' });
}

function drawPlaces(pen) {
  stroke(pen, 'M21.4 11 V44.6 C28 44.9 33 45.7 40 45.5 C43.5 45.4 46 45 48.6 44.4', { width: 0.75, dash: [1.5, 1.1] });
  pen.fillStyle = INK;
  pen.fillRect(48.5, 39.2, 10.4, 7.9);
  pen.fillStyle = 'white';
  pen.fillRect(13.4, 4.7, 16.2, 6.3);
  pen.lineWidth = 0.45;
  pen.strokeStyle = INK;
  pen.strokeRect(13.4, 4.7, 16.2, 6.3);
  pen.beginPath();
  pen.arc(76.1, 18.9, 2.1, 0, 2 * Math.PI);
  pen.fill();
  pen.lineWidth = 0.6;
  pen.stroke();
}

function drawNames(pen) {
  write(pen, 'Gare', { x: 21.5, y: 9, font: 'Plan Strong', align: 'center' });
  write(pen, 'Théâtre', { x: 60.8, y: 38.6, font: 'Plan Strong' });
  write(pen, 'rue du Halage', { x: 23.9, y: 28.2, font: 'Plan Italic' });
  write(pen, '6 min', { x: 23.9, y: 39.2, font: 'Plan' });
  write(pen, 'Tram B', { x: 73.2, y: 23.9, font: 'Plan', align: 'right' });
  write(pen, 'Les Gabares', { x: 73.2, y: 27.6, font: 'Plan', align: 'right' });
  write(pen, 'quai des Gabares', { x: 24.5, y: 51.2, font: 'Plan Italic', ground: WATER });
  write(pen, 'la Loire', { x: 60.2, y: 63, font: 'Plan Italic', ground: WATER });
}

function sheet({ width, height, millimetres }) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.scale(width / millimetres, width / millimetres);
  return { canvas, pen };
}

function paint(pen, path, colour) {
  pen.save();
  pen.clip(new Path2D(path));
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 100, 100);
  pen.restore();
}

function stroke(pen, path, { width, colour = INK, dash = [], corner = 'round' }) {
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.lineCap = 'butt';
  pen.lineJoin = corner;
  pen.setLineDash(dash);
  pen.stroke(new Path2D(path));
  pen.setLineDash([]);
}

/** With a rim of the ground's colour, so that a street never runs through a name. */
function write(pen, text, { x, y, font, align = 'left', ground = 'white' }) {
  pen.font = `3.1px "${font}"`;
  pen.textAlign = align;
  pen.lineJoin = 'round';
  pen.lineWidth = 1;
  pen.strokeStyle = ground;
  pen.strokeText(text, x, y);
  pen.fillStyle = INK;
  pen.fillText(text, x, y);
}

async function italic() {
  const file = require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff2');
  return subsetFont(readFileSync(file), 'quai des Gabares, rue du Halage, la Loire', { targetFormat: 'truetype' });
}

/** Six greys are all that a printer needs, and keep each picture small. */
async function save(name, canvas) {
  const { data, info } = await sharp(canvas.toBuffer('image/png')).greyscale().raw().toBuffer({ resolveWithObject: true });
  const toned = Buffer.from(
    data.map((grey) => GREYS.reduce((best, tone) => (Math.abs(tone - grey) < Math.abs(best - grey) ? tone : best))),
  );
  const picture = sharp(toned, { raw: { width: info.width, height: info.height, channels: 1 } });
  const png = await picture.png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
  writeFileSync(join(here, name), png);
  console.log(`${name} ${png.length} bytes`);
}
