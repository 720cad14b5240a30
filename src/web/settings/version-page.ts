import { textName } from '../../domain/texts/text-kind';
import type { TextVersion } from '../../ports/settings/venue-texts';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { typeset } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';
import { authorName } from './text-page';
import type { EditedText } from './text-page';

/** A text as it was, and the button that brings it back. */
export function versionPage(desk: DeskVisit, { kind, language, sheet, current, errors }: EditedText, version: TextVersion): string {
  const { visit } = desk;
  const address = { kind, textLanguage: language };
  const { text = sheet.text[language] } = version;
  return settingsPage(desk, {
    title: `Version ${version.version}`,
    intro: html`Écrite le ${visit.calendar.moment(version.at)} par
    ${authorName(version.by)}.${version.text === undefined && ' Retour au texte d’origine.'}`,
    under: [
      { href: pathOf('deskTexts'), name: 'Textes' },
      { href: pathOf('deskText', address), name: typeset(textName(kind).fr) },
    ],
    errors,
    body: html`<div class="typed" lang="${language}">${text}</div>
      ${
        version.version === current.version
          ? html`<p><strong>C’est la version qui part aujourd’hui.</strong></p>`
          : html`<form method="post" action="${pathOf('deskTextVersion', { ...address, version: version.version })}">
              ${visit.guardField()}
              <input type="hidden" name="base" value="${current.version}" />
              <button type="submit">Reprendre ce texte</button>
            </form>`
      }`,
  });
}
