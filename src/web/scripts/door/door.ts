// The door's kinder half: answers without a new page, remembers the tickets of the house, and goes on alone when the network is away.
import { offerCamera } from './camera';
import { keepPage } from './kept-page';
import { watchLeaving } from './leave';
import { forgetOldLists } from './shelf';
import { listenToForms, showTicket } from './show';
import { tell } from './telling';

const EVERY_MS = 15_000;

forgetOldLists();
void keepPage();
listenToForms(document);
window.addEventListener('online', () => void tell());
setInterval(() => void tell(), EVERY_MS);
void tell();
offerCamera((ticket) => showTicket({ ticket }));
watchLeaving();
