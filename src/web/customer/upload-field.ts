import { inTheNameOf } from '../../domain/elision';
import type { Language } from '../../domain/language';
import type { ProofRules } from '../../domain/proof-rules';
import { acceptedByBrowsers, formatsInWords, limitInWords } from '../../domain/proof-rules';
import type { OrderView, SeatView } from '../../domain/order-view';
import { uncapital } from '../../domain/first-letter';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { WARNING_ICON } from '../page/icons';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { proofWords } from './seat-words';
import type { Standing } from './standing';
import { standingOf } from './standing';
import type { UploadFaults } from './upload-faults';

/** The form of one seat. What is accepted stands above the input; the boxes come before the files, as they travel. */
export function uploadField(visit: Visit, order: OrderView, standing: Standing, faults?: UploadFaults): Html {
  const { seat } = standing;
  const errors = faults?.sentences ?? [];
  const words = WORDS[visit.language];
  const id = `proof-${seat.no}`;
  const described = errors.length > 0 ? `${id}-asked ${id}-error` : `${id}-asked`;
  return html`<form
    class="upload${errors.length > 0 && ' error'}"
    method="post"
    enctype="multipart/form-data"
    data-upload
    action="${pathOf('upload', { reference: order.reference, seat: seat.no })}"
  >
    ${visit.guardField()}
    <label for="${id}">${titleOf(standing, words, faults)}</label>
    <p class="small" id="${id}-asked">${asked(seat, order.venue.proofRules, visit.language)}</p>
    ${earlierFiles(standing, words, faults)} ${alsoFor(visit, order, standing)} ${seat.tariff.health && consent(standing, words)}
    ${
      errors.length > 0 &&
      html`<div class="fault" id="${id}-error">
        ${WARNING_ICON}
        <div>${errors.map((error) => html`<p>${error}</p>`)} ${faults?.missing !== undefined && html`<p>${words.othersKept}</p>`}</div>
      </div>`
    }
    <input
      type="file"
      id="${id}"
      name="proof"
      multiple
      required
      accept="${acceptedByBrowsers(order.venue.proofRules)}"
      aria-describedby="${described}"
      ${errors.length > 0 && html` aria-invalid="true"`}
    />
    <div hidden data-unsent role="alert" tabindex="-1">
      <div class="fault">
        ${WARNING_ICON}
        <p>${words.unsent}</p>
      </div>
    </div>
    <div class="progress" hidden data-progress data-words="${words.sending}">
      <progress max="100" value="0" aria-label="${words.progress}"></progress>
      <p class="small"><span role="status"></span> <button type="button" class="link" data-stop>${words.stop}</button></p>
    </div>
    <button type="submit">${words.send}</button>
  </form>`;
}

function titleOf({ seat, shown }: Standing, words: (typeof WORDS)['fr'], faults?: UploadFaults): string {
  if (faults?.missing !== undefined) return words.missing(faults.missing);
  if (shown === 'refused') return words.another;
  if (shown === 'under-review') return words.other;
  return seat.proof === 'more-info' ? words.more : words.yours;
}

function asked(seat: SeatView, rules: ProofRules, language: Language): string {
  const words = WORDS[language];
  const validity = seat.tariff.validity[language];
  const proofs = proofWords(seat, language);
  const formats = words.formats(formatsInWords(rules, language), limitInWords(rules, language).replace(' ', '\u00a0'));
  return [
    seat.companionship === 'companion' ? `${proofs}.` : words.inTheNameOf(proofs, seat.holder),
    ...(validity ? [words.rule(validity)] : []),
    words.hideNumber,
    formats,
  ].join(' ');
}

/** What waits for an answer here stays, or makes way: its sender says so, and nothing is lost unasked. */
function earlierFiles({ shown, files }: Standing, words: (typeof WORDS)['fr'], faults?: UploadFaults): Html | undefined {
  const here = files.filter(({ purgedAt }) => purgedAt === undefined).length;
  const waits = shown === 'under-review' || shown === 'more-info';
  // Kept here while the order has not heard of them: they are not shown yet.
  if (faults?.missing !== undefined && !(waits && here > 0)) return html`<input type="hidden" name="earlier" value="keep" />`;
  if (!waits || here === 0) return undefined;
  const adds = shown === 'more-info' || faults?.missing !== undefined || faults?.adds === true;
  const choice = (value: string, text: string, isChosen: boolean) =>
    html`<label><input type="radio" name="earlier" value="${value}" ${isChosen && html`checked`} required /> ${text}</label>`;
  return html`<fieldset class="also">
    <legend class="small">${words.earlier(here)}</legend>
    ${choice('keep', words.keep(here), adds)} ${choice('replace', words.replace(here), false)}
  </fieldset>`;
}

/** One card for two seats is sent once (docs/domain.md 3: a family card, a group's list). */
function alsoFor(visit: Visit, order: OrderView, { seat }: Standing): Html | undefined {
  const others = order.seats.filter((one) => one.no !== seat.no && acceptsTheSame(one, seat) && isAwaited(order, one, visit.now));
  if (others.length === 0) return undefined;
  const words = WORDS[visit.language];
  return html`<fieldset class="also">
    <legend class="small">${words.also}</legend>
    ${others.map(
      (other) =>
        html`<label
          ><input type="checkbox" name="also" value="${other.no}" /> ${words.alsoSeat(other.no)},
          ${uncapital(other.tariff.name[visit.language])}, ${other.holder}</label
        >`,
    )}
  </fieldset>`;
}

function acceptsTheSame({ tariff: one }: SeatView, { tariff: other }: SeatView): boolean {
  return one.acceptedProofs.some((proof) => other.acceptedProofs.some(({ fr }) => fr === proof.fr));
}

function isAwaited(order: OrderView, seat: SeatView, now: string): boolean {
  const { maySend, waits } = standingOf(order, seat, now);
  return maySend && waits;
}

/** Health data: an explicit yes, and a real alternative to it (GDPR art. 9). */
function consent({ seat, mayChooseDoor }: Standing, words: (typeof WORDS)['fr']): Html {
  return html`<label class="consent"
      ><input type="checkbox" name="consent" value="yes" required aria-describedby="proof-${seat.no}-consent" /> ${words.consent}</label
    >
    <p class="small" id="proof-${seat.no}-consent">${words.consentNote}${mayChooseDoor && ` ${words.consentDoor}`}</p>`;
}

const WORDS = {
  fr: {
    yours: 'Votre justificatif',
    another: 'Envoyer un autre justificatif',
    other: 'Envoyer un autre fichier',
    missing: (count: number) => `Envoyer ${count > 1 ? 'les fichiers qui manquent' : 'le fichier qui manque'}`,
    othersKept: 'Les autres fichiers sont bien enregistrés\u00a0: ne les renvoyez pas.',
    earlier: (count: number) => `${count > 1 ? 'Que deviennent les fichiers déjà reçus' : 'Que devient le fichier déjà reçu'}\u202f?`,
    keep: (count: number) => `${count > 1 ? 'Ils restent' : 'Il reste'}\u00a0: cet envoi s’y ajoute`,
    replace: (count: number) => `Cet envoi ${count > 1 ? 'les' : 'le'} remplace`,
    more: 'Compléter votre envoi',
    inTheNameOf: (proofs: string, holder: string) => `${proofs}, ${inTheNameOf(holder)}.`,
    rule: (validity: string) => `Règle\u00a0: ${validity.replace(/\.$/, '')}.`,
    hideNumber: 'Masquez le numéro du document\u00a0: nous n’en avons pas besoin.',
    formats: (names: string, limit: string) => `${names}, ${limit} au plus par fichier.`,
    also: 'Ce justificatif sert aussi à',
    alsoSeat: (no: number) => `la place\u00a0${no}`,
    consent: 'J’accepte que la billetterie lise ce document, qui touche à la santé, pour vérifier ce tarif.',
    consentNote: 'Il est lu par une personne habilitée, jamais joint à un e-mail, et supprimé dès la réponse.',
    consentDoor: 'Sans votre accord, rien n’est perdu\u00a0: présentez-le à l’accueil, comme proposé plus bas.',
    send: 'Envoyer ce justificatif',
    sending: 'Envoi en cours\u00a0: {percent}\u00a0%.',
    progress: 'Avancement de l’envoi',
    stop: 'Interrompre',
    unsent:
      'La connexion s’est interrompue\u00a0: nous ne savons pas si votre envoi est arrivé. Votre fichier est encore choisi. Vérifiez votre réseau, puis envoyez-le une fois de plus.',
  },
  en: {
    yours: 'Your proof',
    another: 'Send another proof',
    other: 'Send another file',
    missing: (count: number) => `Send the ${count > 1 ? 'files that are' : 'file that is'} missing`,
    othersKept: 'The other files are kept: do not send them again.',
    earlier: (count: number) => `What becomes of the ${count > 1 ? 'files' : 'file'} already received?`,
    keep: (count: number) => `${count > 1 ? 'They stay' : 'It stays'}: this sending joins ${count > 1 ? 'them' : 'it'}`,
    replace: (count: number) => `This sending replaces ${count > 1 ? 'them' : 'it'}`,
    more: 'Complete what you sent',
    inTheNameOf: (proofs: string, holder: string) => `${proofs}, in the name of ${holder}.`,
    rule: (validity: string) => `Rule: ${validity.replace(/\.$/, '')}.`,
    hideNumber: 'Hide the number of the document: we do not need it.',
    formats: (names: string, limit: string) => `${names}, ${limit} at most a file.`,
    also: 'This proof also serves',
    alsoSeat: (no: number) => `ticket\u00a0${no}`,
    consent: 'I agree that the box office reads this document, which concerns health, to check this tariff.',
    consentNote: 'An authorised person reads it, it is never attached to an e-mail, and it is deleted as soon as we have answered.',
    consentDoor: 'Without your agreement nothing is lost: show it at the door, as offered below.',
    send: 'Send this proof',
    sending: 'Sending: {percent}\u00a0%.',
    progress: 'Progress of the sending',
    stop: 'Stop',
    unsent:
      'The connection broke off: we do not know whether your file has arrived. It is still chosen. Check your network, then send it once more.',
  },
} satisfies Record<Language, unknown>;
