// Nobody is signed in here: what the door's page kept on this device goes. Entries that the server has not heard yet stay
// until the next person at that door tells them; they name nobody.
'use strict';

localStorage.removeItem('porte-quitte'); // whoever comes in next has not left
for (const name of Object.keys(localStorage)) if (/^porte-\d+-list$/.test(name)) localStorage.removeItem(name);
void globalThis.caches?.delete('porte-1');
