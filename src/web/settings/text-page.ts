import type { Language } from '../../domain/language';
import { fieldsOf, givesWay, problemWords, textProblems } from '../../domain/texts/check-text';
import type { TextSheet } from '../../domain/texts/field';
import type { TextKind } from '../../domain/texts/text-kind';
import { isShopText, textName } from '../../domain/texts/text-kind';
import { LONGEST_TEXT } from '../../domain/texts/venue-text';
import type { CurrentText, TextVersion } from '../../ports/settings/venue-texts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { typeset } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';
import { venueQuery } from './venue-line';

export interface EditedText {
  readonly kind: TextKind;
  readonly language: Language;
  readonly sheet: TextSheet;
  readonly current: CurrentText;
  readonly versions: readonly TextVersion[];
  /** What was typed and refused. */
  readonly typed?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly done?: string | undefined;
}

const IN: Record<Language, string> = { fr: 'en français', en: 'en anglais' };

/** One text: how it is written, what it may name, how it will look, and what it was before. */
export function textPage(desk: DeskVisit, edited: EditedText): string {
  const { kind, language, sheet, current, versions, typed, errors = [], done } = edited;
  const other = language === 'fr' ? 'en' : 'fr';
  const outdated = typed === undefined && current.text !== undefined ? textProblems(sheet, current.text) : [];
  const meanwhile = givesWay(sheet, current.text ?? '') ? ' En attendant, notre texte part à sa place.' : '';
  return settingsPage(desk, {
    title: typeset(`${textName(kind).fr}, ${IN[language]}`),
    intro: html`<a href="${pathOf('deskText', { kind, textLanguage: other })}">Le même texte ${IN[other]}</a>`,
    under: [{ href: pathOf('deskTexts'), name: 'Textes' }],
    wide: true,
    done,
    errors: [...errors, ...outdated.map((problem) => typeset(`${problemWords(problem).fr}${meanwhile}`))],
    body: html`<div class="editor">
      <div>${form(desk, edited)} ${current.text !== undefined && resetForm(desk, edited)} ${history(desk, edited, versions)}</div>
      <div>${how(sheet)} ${preview(desk, edited)}</div>
    </div>`,
  });
}

function form({ visit }: DeskVisit, { kind, language, sheet, current, typed, errors = [] }: EditedText): Html {
  const address = { kind, textLanguage: language };
  const text = typed ?? current.text ?? sheet.text[language];
  return html`<form class="fields" method="post" action="${pathOf('deskText', address)}">
    ${visit.guardField()}
    <input type="hidden" name="base" value="${current.version}" />
    <label for="text">Texte</label>
    <p class="small" id="text-how">
      ${current.text === undefined && typed === undefined && 'C’est le texte d’origine. '}${
        current.text === undefined && sheet.page && language === 'en' && INSTEAD
      }Jusqu’à
      ${LONGEST_TEXT} signes.
    </p>
    <textarea
      id="text"
      name="text"
      class="typed"
      rows="20"
      lang="${language}"
      required
      aria-describedby="text-how"
      ${errors.length > 0 && html`aria-invalid="true"`}
    >
${text}</textarea>
    <div class="bar">
      <button type="submit">Enregistrer ce texte</button>
      <button class="plain" type="submit" formaction="${pathOf('deskTextPreview', address)}" formtarget="apercu">Voir le résultat</button>
      ${
        !isShopText(kind) &&
        html`<button class="plain" type="submit" formaction="${pathOf('deskTextPreview', address, { forme: 'texte' })}" formtarget="apercu">
          Voir en texte seul
        </button>`
      }
    </div>
  </form>`;
}

const INSTEAD = 'Tant que vous ne l’avez pas écrit, vos lecteurs anglophones lisent votre texte français, annoncé comme tel. ';

function resetForm({ visit }: DeskVisit, { kind, language, current }: EditedText): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskTextReset', { kind, textLanguage: language })}">
    ${visit.guardField()}
    <input type="hidden" name="base" value="${current.version}" />
    <h2>Texte d’origine</h2>
    <p class="small">Votre texte reste parmi les versions : vous pourrez le reprendre.</p>
    <button class="plain" type="submit">Revenir au texte d’origine</button>
  </form>`;
}

/** What may be written; the fields, those that must be there first. */
function how(sheet: TextSheet): Html {
  return html`<h2>Champs de ce texte</h2>
    <dl class="text-fields">
      ${fieldsOf(sheet).map(
        ({ name, means, required, block }) =>
          html`<dt><code>{${name}}</code></dt>
            <dd>${typeset(means.fr)}${required && html`, <strong>obligatoire</strong>`}${block && ', seul dans son paragraphe'}</dd>`,
      )}
    </dl>
    <p class="small">
      Une ligne vide sépare deux paragraphes. <code>**mots**</code> les met en gras ; <code># </code> commence un intertitre,
      <code>~ </code> un paragraphe en petits caractères.
    </p>`;
}

function preview({ visit }: DeskVisit, { kind, language }: EditedText): Html {
  const title = isShopText(kind) ? 'Aperçu du texte' : 'Aperçu de la lettre, avec une commande inventée';
  return html`<h2>Aperçu</h2>
    <p class="small">La commande, les personnes et les liens de l’aperçu sont inventés. Rien n’est enregistré ni envoyé.</p>
    <iframe
      class="${isShopText(kind) ? 'shop-words' : 'letter'}"
      name="apercu"
      title="${title}"
      src="${pathOf('deskTextPreview', { kind, textLanguage: language }, venueQuery(visit))}"
    ></iframe>`;
}

/** What nobody of the venue wrote came with the program: a seeded theatre’s own pages. */
export function authorName(by: string): string {
  return by === 'system' ? 'Contremarque' : by;
}

function history({ visit: { calendar } }: DeskVisit, { kind, language }: EditedText, versions: readonly TextVersion[]): Html | undefined {
  if (versions.length === 0) return undefined;
  return html`<h2>Versions</h2>
    <ol class="timeline" reversed>
      ${versions.map(
        ({ version, at, by, text, restored }) =>
          html`<li class="person">
            <a href="${pathOf('deskTextVersion', { kind, textLanguage: language, version })}">Version ${version}</a>, le
            ${calendar.moment(at)}, par
            ${authorName(by)}${text === undefined && ' : retour au texte d’origine'}${restored !== undefined && typeset(` : reprise de la version ${restored}`)}
          </li>`,
      )}
    </ol>`;
}
