// Nobody is signed in here: what the door's page kept on this device goes. Entries that the server has not heard yet stay
// until the next person at that door tells them; they name nobody.
import { forgetLists, forgetPage, LEFT } from './door/kept';

localStorage.removeItem(LEFT); // whoever comes in next has not left
forgetLists();
void forgetPage();
