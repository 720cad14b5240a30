// What makes sending a file kinder; the forms work without it. The server's own page is shown as it comes back.
'use strict';

const LARGEST_FORM = 128 * 1024 * 1024;

for (const form of document.querySelectorAll('form[data-upload]')) enhance(form);

function enhance(form) {
  form.addEventListener('submit', (event) => {
    const bytes = [...new FormData(form).values()].reduce((sum, value) => sum + (value.size ?? 0), 0);
    const isSending = form.classList.contains('sending');
    // A form far beyond the limit goes the plain way: the browser says what became of it.
    if (bytes > LARGEST_FORM && !isSending) return;
    event.preventDefault();
    if (!isSending) send(form);
  });
}

function send(form) {
  const progress = form.querySelector('[data-progress]');
  const bar = progress.querySelector('progress');
  const words = progress.querySelector('[role=status]');
  const request = new XMLHttpRequest();
  const body = new FormData(form);
  request.open('POST', form.action);
  request.responseType = 'document';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((100 * loaded) / total);
    bar.value = percent;
    // Said in steps of ten, so that a screen reader is not flooded.
    if (percent % 10 === 0 || words.textContent === '') words.textContent = progress.dataset.words.replace('{percent}', `${percent}`);
  });
  request.addEventListener('load', () => (request.response ? show(request) : form.submit()));
  for (const failure of ['error', 'abort']) request.addEventListener(failure, () => rest(form, progress));
  request.addEventListener('error', () => form.submit());
  progress.querySelector('[data-stop]').addEventListener('click', () => request.abort(), { once: true });
  form.classList.add('sending');
  progress.hidden = false;
  progress.querySelector('[data-stop]').focus();
  request.send(body);
}

function rest(form, progress) {
  form.classList.remove('sending');
  progress.hidden = true;
  progress.querySelector('[role=status]').textContent = '';
  form.querySelector('input[type=file]').focus();
}

/** The answer, in place of this page: the news takes the focus, as it would on a page of its own. */
function show(request) {
  const page = document.importNode(request.response.body, true);
  document.title = request.response.title;
  document.body.replaceWith(page);
  if (request.status < 400) history.replaceState(null, '', request.responseURL);
  for (const form of document.querySelectorAll('form[data-upload]')) enhance(form);
  const news = document.querySelector('#errors') ?? document.querySelector('.notice');
  news?.setAttribute('tabindex', '-1');
  news?.focus();
}
