// What makes sending a file kinder; the forms work without it. The server's own page is shown as it comes back.
import { part, parts } from './part';

const LARGEST_FORM = 128 * 1024 * 1024;

enhanceForms();

function enhanceForms(): void {
  for (const form of parts(HTMLFormElement, 'form[data-upload]')) enhance(form);
}

function enhance(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const bytes = [...new FormData(form).values()].reduce((sum, value) => sum + (value instanceof File ? value.size : 0), 0);
    const isSending = form.classList.contains('sending');
    // A form far beyond the limit goes the plain way: the browser says what became of it.
    if (bytes > LARGEST_FORM && !isSending) return;
    event.preventDefault();
    if (!isSending) send(form);
  });
}

function send(form: HTMLFormElement): void {
  const progress = part(HTMLElement, '[data-progress]', form);
  const bar = part(HTMLProgressElement, 'progress', progress);
  const words = part(HTMLElement, '[role=status]', progress);
  const stop = part(HTMLElement, '[data-stop]', progress);
  const unsent = part(HTMLElement, '[data-unsent]', form);
  const request = new XMLHttpRequest();
  const body = new FormData(form);
  request.open('POST', form.action);
  request.responseType = 'document';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((100 * loaded) / total);
    bar.value = percent;
    // Said in steps of ten, so that a screen reader is not flooded.
    if (percent % 10 === 0 || words.textContent === '') words.textContent = said(progress).replace('{percent}', `${percent}`);
  });
  request.addEventListener('load', () => (request.responseXML ? show(request.responseXML, request) : form.submit()));
  for (const failure of ['error', 'abort']) request.addEventListener(failure, () => rest(form, progress));
  request.addEventListener('error', () => tellUnsent(unsent));
  stop.addEventListener('click', () => request.abort(), { once: true });
  form.classList.add('sending');
  unsent.hidden = true;
  progress.hidden = false;
  stop.focus();
  request.send(body);
}

function said(progress: HTMLElement): string {
  return progress.dataset['words'] ?? '';
}

function rest(form: HTMLFormElement, progress: HTMLElement): void {
  form.classList.remove('sending');
  progress.hidden = true;
  part(HTMLElement, '[role=status]', progress).textContent = '';
  part(HTMLElement, 'input[type=file]', form).focus();
}

/** The network failed: page, boxes and chosen file stay, for the same button later. */
function tellUnsent(unsent: HTMLElement): void {
  unsent.hidden = false;
  unsent.focus();
}

/** The answer, in place of this page: the news takes the focus, as it would on a page of its own. */
function show(answer: Document, { status, responseURL }: XMLHttpRequest): void {
  const page = document.importNode(answer.body, true);
  document.title = answer.title;
  document.body.replaceWith(page);
  if (status < 400) history.replaceState(null, '', responseURL);
  enhanceForms();
  const news = document.querySelector<HTMLElement>('#errors') ?? document.querySelector<HTMLElement>('.notice');
  news?.setAttribute('tabindex', '-1');
  news?.focus();
}
