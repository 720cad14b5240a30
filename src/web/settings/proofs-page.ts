import type { ProofSettings as Kept } from '../../domain/venue-settings';
import type { VenuePolicy } from '../../domain/venue-policy';
import type { ProofFormat } from '../../domain/proof-rules';
import { FORMATS, LARGEST_PROOF, limitInWords, PROOF_FORMATS } from '../../domain/proof-rules';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';

type ProofSettings = Kept & Pick<VenuePolicy, 'proofsOnline'>;

interface Shown {
  readonly settings: ProofSettings;
  readonly read: Html;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

const HALF_MEGABYTE = 512 * 1024;

/** « Mes justificatifs »: open or not, its name, the files it takes, and how reviewers get them. */
export function proofsPage(desk: DeskVisit, { settings, read, done, errors }: Shown): string {
  return settingsPage(desk, {
    title: 'Justificatifs',
    intro: 'La rubrique de l’espace client où le spectateur dépose ce qui justifie son tarif.',
    done,
    errors,
    body: html`<form class="fields" method="post" action="${pathOf('deskProofSettings')}">
      ${desk.visit.guardField()} ${read} ${opening(settings)} ${naming(settings)} ${files(settings)} ${sending(settings)}
      <button type="submit">Enregistrer ces réglages</button>
    </form>`,
  });
}

function opening({ proofsOnline }: ProofSettings): Html {
  return html`<fieldset class="ticks" aria-describedby="opening-how">
    <legend>Dépôt en ligne</legend>
    <label
      ><input type="radio" name="proofsOnline" value="yes" ${proofsOnline && html`checked`} /> Ouvert : les billets attendent que le
      justificatif soit accepté</label
    >
    <label
      ><input type="radio" name="proofsOnline" value="no" ${!proofsOnline && html`checked`} /> Fermé : les billets partent dès le paiement,
      le justificatif est demandé à l’entrée</label
    >
    <p class="small" id="opening-how">
      Vaut pour les commandes payées après ce changement. Une commande déjà payée garde sa rubrique, ouverte ou fermée, jusqu’au bout.
    </p>
  </fieldset>`;
}

function naming({ proofsLabel }: ProofSettings): Html {
  return html`<label for="label-fr">Nom de la rubrique, en français</label>
    <p class="small" id="label-how">
      Par exemple « Mes justificatifs » ou « Mes pièces jointes ». Vaut aussitôt, dans les pages et les lettres.
    </p>
    <input id="label-fr" name="labelFr" value="${proofsLabel.fr}" minlength="2" maxlength="40" required aria-describedby="label-how" />
    <label for="label-en">Nom de la rubrique, en anglais</label>
    <input id="label-en" name="labelEn" value="${proofsLabel.en}" lang="en" minlength="2" maxlength="40" required />`;
}

function files({ proofRules }: ProofSettings): Html {
  const sizes = Array.from({ length: LARGEST_PROOF / HALF_MEGABYTE }, (_, index) => (index + 1) * HALF_MEGABYTE);
  const known = sizes.includes(proofRules.maxBytes) ? sizes : [...sizes, proofRules.maxBytes].toSorted((one, other) => one - other);
  return html`<fieldset class="ticks" aria-describedby="formats-how">
      <legend>Fichiers acceptés</legend>
      ${PROOF_FORMATS.map((format) => tick(format, proofRules.formats.includes(format)))}
      <p class="small" id="formats-how">
        Vaut aussitôt pour tous les envois, aussi pour les commandes en cours, dont la confirmation annonçait peut-être d’autres fichiers.
      </p>
    </fieldset>
    <label for="size">Poids au plus, par fichier</label>
    <p class="small" id="size-how">Une photo de téléphone pèse souvent de 2 à 5 Mo.</p>
    <select id="size" name="maxBytes" aria-describedby="size-how">
      ${known.map(
        (maxBytes) =>
          html`<option value="${maxBytes}" ${maxBytes === proofRules.maxBytes && html`selected`}>
            ${limitInWords({ ...proofRules, maxBytes }, 'fr').replace(' ', '\u00a0')}
          </option>`,
      )}
    </select>`;
}

function tick(format: ProofFormat, chosen: boolean): Html {
  return html`<label><input type="checkbox" name="formats" value="${format}" ${chosen && html`checked`} /> ${FORMATS[format].name}</label>`;
}

function sending({ attachProofs }: ProofSettings): Html {
  return html`<fieldset class="ticks" aria-describedby="sending-how">
    <legend>Dans la lettre à ceux qui vérifient</legend>
    <label><input type="radio" name="attachProofs" value="yes" ${attachProofs && html`checked`} /> Les justificatifs sont joints</label>
    <label
      ><input type="radio" name="attachProofs" value="no" ${!attachProofs && html`checked`} /> Un lien mène au guichet, rien n’est
      joint</label
    >
    <p class="small" id="sending-how">
      Un justificatif qui touche à la santé n’est jamais joint, et au-delà de 10 Mo la lettre ne porte qu’un lien.
    </p>
  </fieldset>`;
}
