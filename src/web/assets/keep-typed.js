// Left by a link, the page loses what was typed: it stays in this tab, and in no other place, until the form is sent. The form works without it.
'use strict';

for (const form of document.querySelectorAll('form[data-keep]')) keep(form);

function keep(form) {
  const key = `typed-${form.id}`;
  const fields = [...form.elements].filter(({ type }) => type === 'text');
  let isSent = false;

  const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
  sessionStorage.removeItem(key);
  // Of another basket it would be somebody else's, perhaps.
  if (kept.of === form.dataset.keep) for (const field of fields) field.value = kept.typed[field.name] ?? field.value;

  form.addEventListener('submit', () => {
    isSent = true; // from here on the server keeps it
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  addEventListener('pagehide', () => {
    if (isSent || fields.every(({ value, defaultValue }) => value === defaultValue)) return;
    const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    sessionStorage.setItem(key, JSON.stringify({ of: form.dataset.keep, typed }));
  });
}
