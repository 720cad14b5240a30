import type { Language } from '../../domain/language';
import { typeset } from '../../wording/typography';

/** What the door's page says when it cannot ask (src/web/scripts/door); `{…}` is filled on the device. */
const DEVICE_FR = {
  enteredAt: '{uid}, entré à {time}',
  ofAnother: 'D’après son code, ce billet est pour le {date}.',
  tooEarly: 'Les entrées de cette représentation se contrôlent à partir du {date}.',
  initials: 'Initiales {initials}',
  numbers: 'N° {number}, {uid}',
  place: 'rang {row}, fauteuil {seat}',
  free: 'placement libre',
  notOnTheList:
    'Ce numéro n’est pas dans la liste de cette représentation, prise à {time}. Il est peut-être d’une autre date, ou vendu depuis : scannez le code, ou envoyez à la caisse.',
  noList: 'Cet appareil n’a pas la liste de cette représentation : scannez le code dès que le réseau revient, ou envoyez à la caisse.',
  notChecked: 'Sans réseau, cet appareil ne peut pas vérifier ce code : tapez l’un des deux numéros imprimés dessous.',
  notJudged: 'Ce billet n’a pas été jugé : scannez-le à nouveau.',
  countedAlready: 'Entrée, déjà comptée',
  readAgain: 'Lu à nouveau : une seule entrée comptée.',
  offline: 'Pas de réseau. Vous pouvez continuer.',
  sent: 'Entré hors ligne, transmis depuis.',
  offlineWithOne: 'Pas de réseau. Vous pouvez continuer : 1 entrée sera transmise au retour.',
  offlineWith: 'Pas de réseau. Vous pouvez continuer : {count} entrées seront transmises au retour.',
  signIn: 'Reconnectez-vous au guichet, puis revenez ici : rien n’est perdu.',
  staysHere: 'Pas de réseau : cette page-là ne s’ouvre pas, et rien n’a changé. Le contrôle continue ici.',
  keptOne:
    '1 entrée n’est pas encore transmise : elle reste sur cet appareil, sans aucun nom, et le sera au retour du réseau, ou dès que le contrôle se rouvre ici.',
  kept: '{count} entrées ne sont pas encore transmises : elles restent sur cet appareil, sans aucun nom, et le seront au retour du réseau, ou dès que le contrôle se rouvre ici.',
  stillOffline: 'Toujours pas de réseau.',
  openCamera: 'Scanner avec l’appareil photo',
  closeCamera: 'Arrêter l’appareil photo',
  noCamera: 'L’appareil photo ne s’ouvre pas : il n’est pas permis ici, ou sert déjà. Tapez le numéro du billet.',
  noReader: 'Sans réseau, cet appareil ne sait pas lire le code à la caméra : tapez le numéro du billet.',
};

export type DeviceWords = typeof DEVICE_FR;

const DEVICE_EN: DeviceWords = {
  enteredAt: '{uid}, came in at {time}',
  ofAnother: 'By its code, this ticket is for {date}.',
  tooEarly: 'Entries of this performance are checked from {date} on.',
  initials: 'Initials {initials}',
  numbers: 'No. {number}, {uid}',
  place: 'row {row}, seat {seat}',
  free: 'free seating',
  notOnTheList:
    'This number is not on the list of this performance, taken at {time}. It may be of another date, or sold since: scan the code, or send them to the box office.',
  noList: 'This device does not have the list of this performance: scan the code once the network is back, or send them to the box office.',
  notChecked: 'Without a network this device cannot check this code: type one of the two numbers printed under it.',
  notJudged: 'This ticket was not judged: scan it again.',
  countedAlready: 'Let in, counted already',
  readAgain: 'Read again: one entry counted.',
  offline: 'No network. You can go on.',
  sent: 'Came in without a network, sent since.',
  offlineWithOne: 'No network. You can go on: 1 entry will be sent when it is back.',
  offlineWith: 'No network. You can go on: {count} entries will be sent when it is back.',
  signIn: 'Sign in at the desk again, then come back here: nothing is lost.',
  staysHere: 'No network: that page does not open, and nothing has changed. The door goes on here.',
  keptOne:
    '1 entry has not been sent yet: it stays on this device, without any name, and will be when the network is back, or once the door is opened here again.',
  kept: '{count} entries have not been sent yet: they stay on this device, without any name, and will be when the network is back, or once the door is opened here again.',
  stillOffline: 'Still no network.',
  openCamera: 'Scan with the camera',
  closeCamera: 'Stop the camera',
  noCamera: 'The camera does not open: it is not allowed here, or in use. Type the number on the ticket.',
  noReader: 'Without a network this device cannot read the code by camera: type the number on the ticket.',
};

function spaced(words: DeviceWords): DeviceWords {
  const lines = Object.entries(words).map(([name, line]) => [name, typeset(line)]);
  return { ...words, ...Object.fromEntries(lines) };
}

/** Kept with the page, as one attribute of it. */
export const DEVICE_WORDS: Readonly<Record<Language, DeviceWords>> = { fr: spaced(DEVICE_FR), en: DEVICE_EN };

const fr = {
  title: 'Contrôle des entrées',
  entries: (show: string) => `Entrées, ${show}`,
  none: 'Aucune représentation dans les sept jours.',
  backToDesk: 'Revenir au guichet',
  another: 'autre représentation',
  ticket: 'Billet',
  where: 'Scannez le code, ou tapez l’un des deux numéros imprimés dessous, comme',
  orLike: 'ou',
  check: 'Contrôler',
  cameraView: 'Image de l’appareil photo',
  entered: typeset('Entrées :'),
  outOf: 'sur',
  conflicts: typeset('À vérifier : un appareil hors ligne a fait entrer'),
  conflict: {
    cameIn: (ticket: string, times: string) => typeset(`${ticket} : entré ${times}.`),
    cancelled: (ticket: string, times: string) => typeset(`${ticket} : entré ${times}, mais le billet est annulé.`),
  },
  cameInAt: (time: string, checked: boolean) => (checked ? `à ${time}` : `à ${time} sans que tout soit vérifié`),
  times: (list: readonly string[]) => list.join(' et '),
  numbered: (number: string, seat: string) => typeset(`N° ${number}, ${seat}`),
  keptHere: typeset('Page et liste gardées ici : le contrôle continue sans réseau.'),
  sentLater: typeset('Hors ligne : transmis dès que le réseau revient.'),
  byTheList: 'Hors ligne, selon la liste gardée ici.',
  compareAlone: typeset('Un numéro, sans son code : tout ce qui suit doit être sur le papier.'),
  proofAlone: typeset('Justificatif à voir avant d’entrer : le billet dit lequel, et la différence à régler sinon.'),
  cancelledAlone: 'Ce billet n’est plus valable. La caisse retrouvera la commande.',
  askAgain: 'Demander à nouveau',
  leaveTitle: typeset('Quitter sans réseau ?'),
  leaveErases: typeset('La liste et la page s’effacent de cet appareil : le contrôle s’arrête ici.'),
  leaveLater: 'Votre session se ferme au retour du réseau, si cette page reste ouverte.',
  leaveUnsent: typeset('Quitter avant d’avoir tout transmis ?'),
  stay: 'Rester au contrôle',
  leave: 'Quitter quand même',
  leftTitle: 'La liste et la page sont effacées',
  leftMeans:
    'Il n’y a pas de réseau\u00a0: votre session se ferme dès qu’il revient, si cette page reste ouverte. Sinon, elle se ferme à la prochaine ouverture du contrôle.',
  closeNow: 'Fermer ma session maintenant',
  language: 'English',
};

type PageWords = typeof fr;

const en: PageWords = {
  title: 'The door',
  entries: (show) => `Entries, ${show}`,
  none: 'No performance within seven days.',
  backToDesk: 'Back to the desk',
  another: 'another performance',
  ticket: 'Ticket',
  where: 'Scan the code, or type one of the two numbers printed under it, such as',
  orLike: 'or',
  check: 'Check',
  cameraView: 'Picture of the camera',
  entered: 'Entries:',
  outOf: 'of',
  conflicts: 'To look into: a device without a network let in',
  conflict: {
    cameIn: (ticket, times) => `${ticket}: came in ${times}.`,
    cancelled: (ticket, times) => `${ticket}: came in ${times}, but the ticket is cancelled.`,
  },
  cameInAt: (time, checked) => (checked ? `at ${time}` : `at ${time} before all was checked`),
  times: (list) => list.join(' and '),
  numbered: (number, seat) => `No. ${number}, ${seat}`,
  keptHere: 'Page and list are kept here: the door goes on without a network.',
  sentLater: 'Without a network: sent as soon as it is back.',
  byTheList: 'Without a network, by the list kept here.',
  compareAlone: 'A number, without its code: all that follows must be on the paper.',
  proofAlone: 'Look at the proof before letting in: the ticket says which, and the difference to pay without it.',
  cancelledAlone: 'This ticket is no longer valid. The box office will find the order.',
  askAgain: 'Ask again',
  leaveTitle: 'Leave without a network?',
  leaveErases: 'List and page are erased from this device: the door stops here.',
  leaveLater: 'Your session ends when the network is back, if this page stays open.',
  leaveUnsent: 'Leave before all is sent?',
  stay: 'Stay at the door',
  leave: 'Leave all the same',
  leftTitle: 'List and page are erased',
  leftMeans:
    'There is no network: your session ends as soon as it is back, if this page stays open. Otherwise it ends when the door is opened next.',
  closeNow: 'End my session now',
  language: 'Français',
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { fr, en };
