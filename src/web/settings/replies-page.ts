import { AUTHENTICATION_MODES, type SenderAuthentication } from '../../domain/mail-authentication';
import { mailboxBesides, type ServiceCheck } from '../../domain/sale/service-check';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';

interface Shown {
  readonly authentication: SenderAuthentication;
  readonly read: Html;
  readonly inboxAddress: string;
  /** How the inbox answered when it was last asked. */
  readonly inbox?: ServiceCheck | undefined;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

/** By whose word a reply is believed to come from whom it says. */
export function repliesPage(desk: DeskVisit, { authentication, read, inboxAddress, inbox, done, errors }: Shown): string {
  return settingsPage(desk, {
    title: 'Réponses par e-mail',
    intro: say`Ceux qui vérifient répondent à ${inboxAddress}. Une réponse n’est suivie que si l’on sait de qui elle vient.`,
    done,
    errors,
    body: html`${besides(inbox, inboxAddress)}
      <p>${inboxWords(desk, inbox)}</p>
      <form class="fields" method="post" action="${pathOf('deskReplies')}">
        ${desk.visit.guardField()} ${read}
        <fieldset class="ticks">
          <legend>Qui dit de qui vient une réponse</legend>
          ${AUTHENTICATION_MODES.map(
            (mode) =>
              html`<label
                ><input type="radio" name="mode" value="${mode}" ${authentication.mode === mode && html`checked`} /> ${MODES[mode]}</label
              >`,
          )}
        </fieldset>
        <label for="authserv">Nom du serveur de courrier</label>
        <p class="small" id="authserv-how">
          Seulement avec le premier choix : le nom que votre serveur écrit en tête de « Authentication-Results ». La commande « contremarque
          mail probe » le dit.
        </p>
        <input
          id="authserv"
          name="authservId"
          value="${authentication.authservId ?? ''}"
          maxlength="254"
          autocomplete="off"
          aria-describedby="authserv-how"
        />
        <fieldset class="ticks">
          <legend>Courrier interne</legend>
          <label
            ><input type="checkbox" name="sameTenant" value="yes" ${authentication.sameTenant && html`checked`} /> Ceux qui vérifient et la
            boîte sont dans la même organisation Exchange : leur courrier interne est cru (seulement avec le deuxième choix)</label
          >
        </fieldset>
        <button type="submit">Enregistrer ce choix</button>
      </form>`,
  });
}

const MODES: Readonly<Record<SenderAuthentication['mode'], string>> = {
  ar: 'Notre serveur de courrier, par son nom',
  'ar-topmost-noid': 'Notre serveur de courrier, qui n’écrit pas son nom (Exchange Online)',
  mailauth: 'Contremarque, qui vérifie lui-même les signatures (DKIM et DMARC)',
  none: 'Personne : pour des essais seulement, aucune séance à tarif réduit ne peut alors être mise en ligne',
};

function inboxWords({ visit: { calendar } }: DeskVisit, inbox: ServiceCheck | undefined): Html | string {
  if (!inbox) return say`La boîte n’a pas encore été essayée : le programme « worker » est-il en marche ?`;
  const box = inbox.mailbox === undefined ? 'La boîte relevée' : `La boîte relevée, ${inbox.mailbox},`;
  if (inbox.outcome === 'ok') return say`${box} a répondu le ${calendar.moment(inbox.at)}.`;
  const why = inbox.outcome === 'refused' ? 'a refusé notre accès' : 'n’a pas répondu';
  return say`${box} ${why} le ${calendar.moment(inbox.at)}.`;
}

/** An alias is nothing wrong: who runs the mail host knows. */
function besides(inbox: ServiceCheck | undefined, inboxAddress: string): Html | false {
  const mailbox = mailboxBesides(inbox ? [inbox] : [], inboxAddress);
  return (
    mailbox !== undefined &&
    notice(
      'La boîte relevée porte un autre nom',
      say`Les réponses partent à ${inboxAddress}, et la boîte ${mailbox} est relevée. Si rien ne mène de l’une à l’autre (un alias, un transfert), personne ne lit les réponses : changez l’adresse, ou la boîte relevée (IMAP_URL).`,
      'mailbox',
    )
  );
}
