// The camera of a phone, where the page was reached safely (https) and there is one. What it reads is told to door.js.
'use strict';

const camera = document.querySelector('[data-camera]');
const view = document.querySelector('[data-view]');
const AGAIN_MS = 2500;
camera.hidden = !navigator.mediaDevices?.getUserMedia;
camera.addEventListener('click', () => void (view.srcObject ? closeCamera() : watch()));

async function watch() {
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
    if (text && (text !== last.text || now - last.at > AGAIN_MS)) window.dispatchEvent(new CustomEvent('code-read', { detail: text }));
    if (text) last = { text, at: now }; // as long as it is held there, it is the same ticket
    await new Promise((done) => setTimeout(done, 120));
  }
}

function closeCamera() {
  for (const track of view.srcObject.getTracks()) track.stop();
  view.srcObject = null;
  view.hidden = true;
  camera.textContent = words.openCamera;
}

/** The browser's own reader where it has one; jsQR elsewhere. */
async function codeReader() {
  const formats = (await globalThis.BarcodeDetector?.getSupportedFormats?.()) ?? [];
  if (formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async () => (await detector.detect(view).catch(() => []))[0]?.rawValue;
  }
  await new Promise((done, fail) => {
    const script = Object.assign(document.createElement('script'), {
      src: document.querySelector('[data-reader]').dataset.reader,
      onload: done,
      onerror: fail,
    });
    document.head.append(script);
  });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    [canvas.width, canvas.height] = [view.videoWidth, view.videoHeight];
    if (canvas.width === 0) return undefined;
    pen.drawImage(view, 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return globalThis.jsQR(data, width, height)?.data;
  };
}
