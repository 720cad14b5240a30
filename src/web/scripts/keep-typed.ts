// Left by a link, the page loses what was typed: it stays in this tab, and in no other place, until the form is sent. The form works without it.
import { parts } from './part';

/** `of`: the basket that the form belongs to. */
type Kept = { readonly of: string | undefined; readonly typed: Readonly<Record<string, string>> };

for (const form of parts(HTMLFormElement, 'form[data-keep]')) keep(form);

function keep(form: HTMLFormElement): void {
  const key = `typed-${form.id}`;
  const fields = [...form.elements].filter((field) => field instanceof HTMLInputElement).filter(({ type }) => type === 'text');
  let isSent = false;

  const kept = takeKept(key);
  // Of another basket it would be somebody else's, perhaps.
  if (kept?.of === form.dataset['keep']) for (const field of fields) field.value = kept?.typed[field.name] ?? field.value;

  form.addEventListener('submit', () => {
    isSent = true; // from here on the server keeps it
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  addEventListener('pagehide', () => {
    if (isSent || fields.every(({ value, defaultValue }) => value === defaultValue)) return;
    const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    sessionStorage.setItem(key, JSON.stringify({ of: form.dataset['keep'], typed } satisfies Kept));
  });
}

function takeKept(key: string): Kept | undefined {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept === null ? undefined : JSON.parse(kept);
}
