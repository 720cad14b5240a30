// The camera of a phone, where the page was reached safely (https) and there is one.
import { part } from '../part';
import { answer, said, words } from './page';

const camera = part(HTMLElement, '[data-camera]');
const view = part(HTMLVideoElement, '[data-view]');
const AGAIN_MS = 2500;

type ReadView = () => Promise<string | undefined>;

/** Where the browser has a reader of its own; not every one has. */
declare class BarcodeDetector {
  static getSupportedFormats?(): Promise<readonly string[]>;
  constructor(options: { readonly formats: readonly string[] });
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  interface Window {
    readonly BarcodeDetector?: typeof BarcodeDetector;
    /** /assets/jsqr.js */
    readonly jsQR?: (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
  }
}

/** `told`: who hears what it reads. */
export function offerCamera(told: (text: string) => void): void {
  camera.hidden = !navigator.mediaDevices?.getUserMedia;
  camera.addEventListener('click', () => void (view.srcObject ? closeCamera() : watch(told)));
}

async function watch(told: (text: string) => void): Promise<void> {
  try {
    view.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    answer.textContent = words.noCamera;
    return;
  }
  camera.textContent = words.closeCamera;
  view.hidden = false;
  await view.play();
  const reader = await codeReader().catch(() => undefined); // neither the browser's own, nor ours from the network
  if (!reader) {
    closeCamera();
    answer.textContent = words.noReader;
    return;
  }
  let last = { text: '', at: 0 };
  while (view.srcObject) {
    const text = await reader();
    const now = Date.now();
    if (text && (text !== last.text || now - last.at > AGAIN_MS)) told(text);
    if (text) last = { text, at: now }; // as long as it is held there, it is the same ticket
    await new Promise((done) => setTimeout(done, 120));
  }
}

export function closeCamera(): void {
  if (view.srcObject instanceof MediaStream) for (const track of view.srcObject.getTracks()) track.stop();
  view.srcObject = null;
  view.hidden = true;
  camera.textContent = words.openCamera;
}

/** The browser's own reader where it has one; jsQR elsewhere. */
async function codeReader(): Promise<ReadView> {
  const own = window.BarcodeDetector;
  const formats = (await own?.getSupportedFormats?.()) ?? [];
  if (own && formats.includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] });
    return async () => (await detector.detect(view).catch(() => []))[0]?.rawValue;
  }
  await load(said('reader'));
  return readByJsQr();
}

function load(src: string): Promise<unknown> {
  return new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: fail }));
  });
}

function readByJsQr(): ReadView {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    [canvas.width, canvas.height] = [view.videoWidth, view.videoHeight];
    if (!pen || canvas.width === 0) return undefined;
    pen.drawImage(view, 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR?.(data, width, height)?.data;
  };
}
