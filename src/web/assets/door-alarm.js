// What the server says otherwise of an entry that this device made on its own: somebody is in, and somebody has to look. As
// large as « Entrée » was, beside the answer of whichever ticket is shown by now, until a person has seen to it.
'use strict';

const alarms = document.querySelector('[data-alarms]');

function raiseAlarms(answers) {
  for (const { id, html, verdict } of answers) {
    if (verdict === 'admitted' || html === undefined || raised(id)) continue;
    if (answer.dataset.entry === id) takeDown();
    const block = document.createElement('div');
    block.dataset.alarm = id;
    block.innerHTML = html; // from our own server
    block.querySelector('[data-looked]')?.addEventListener('click', () => {
      block.remove();
      field.focus();
    });
    alarms.append(block);
    navigator.vibrate?.([400, 120, 400, 120, 400]);
  }
}

/** Where the reply was lost, the entry is told once more. */
function raised(id) {
  return [...alarms.children].some(({ dataset }) => dataset.alarm === id);
}

/** « Entrée » of this very ticket stands there no longer. */
function takeDown() {
  answer.replaceChildren();
  delete answer.dataset.entry;
  lastShown = { ticket: '', at: 0, verdict: '' };
}
