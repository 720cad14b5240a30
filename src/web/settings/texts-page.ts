import type { Language } from '../../domain/language';
import { LANGUAGES } from '../../domain/language';
import { LETTER_KINDS } from '../../domain/letter';
import { givesWay, textProblems } from '../../domain/texts/check-text';
import type { TextSheet, TextSheetOf } from '../../domain/texts/field';
import type { TextKind } from '../../domain/texts/text-kind';
import { SHOP_TEXTS, textName } from '../../domain/texts/text-kind';
import type { VenueTexts } from '../../ports/settings/venue-texts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { typeset } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';
import { authorName } from './text-page';

type Latest = Awaited<ReturnType<VenueTexts['latest']>>;

const FIRST_TO_STAFF = LETTER_KINDS.indexOf('review-request');
const GROUPS: readonly { readonly title: string; readonly kinds: readonly TextKind[] }[] = [
  { title: 'Dans la billetterie en ligne', kinds: SHOP_TEXTS },
  { title: 'Lettres au spectateur', kinds: LETTER_KINDS.slice(0, FIRST_TO_STAFF) },
  { title: 'Lettres à l’équipe', kinds: LETTER_KINDS.slice(FIRST_TO_STAFF) },
];

/** Every text, and who changed it last. */
export function textsPage(desk: DeskVisit, { latest, sheetOf }: Shown): string {
  return settingsPage(desk, {
    title: 'Textes',
    intro: 'Un texte que vous n’avez pas changé suit le nôtre. L’objet, la signature et les mentions du pied de lettre ne changent pas.',
    body: GROUPS.map(({ title, kinds }) => group(desk, { title, kinds, latest, sheetOf })),
  });
}

interface Shown {
  readonly latest: Latest;
  readonly sheetOf: TextSheetOf;
}

interface Group extends Shown {
  readonly title: string;
  readonly kinds: readonly TextKind[];
}

function group(desk: DeskVisit, { title, kinds, latest, sheetOf }: Group): Html {
  return html`<h2>${title}</h2>
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Texte</th>
          <th scope="col">Français</th>
          <th scope="col">Anglais</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map(
          (kind) =>
            html`<tr>
              <td><strong>${typeset(textName(kind).fr)}</strong></td>
              ${LANGUAGES.map((language) => html`<td data-label="${NAMES[language]}">${cell(desk, { kind, language, latest, sheet: sheetOf(kind) })}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const NAMES: Record<Language, string> = { fr: 'Français', en: 'Anglais' };

function cell(
  { visit }: DeskVisit,
  {
    kind,
    language,
    latest,
    sheet,
  }: { readonly kind: TextKind; readonly language: Language; readonly latest: Latest; readonly sheet: TextSheet },
) {
  const last = latest.find((one) => one.kind === kind && one.language === language);
  const own = last?.text;
  const state =
    own === undefined
      ? 'texte d’origine'
      : textProblems(sheet, own).length > 0
        ? `à reprendre : ${givesWay(sheet, own) ? 'notre texte part à sa place' : 'il y manque un champ'}`
        : `${authorName(last?.by ?? '')}, ${visit.calendar.moment(last?.at ?? visit.now)}`;
  return html`<a href="${pathOf('deskText', { kind, textLanguage: language })}"
      >${own === undefined ? 'Écrire' : 'Modifier'}<span class="hidden"> : ${typeset(textName(kind).fr)}, ${NAMES[language]}</span></a
    ><br /><span class="small">${typeset(state)}</span>`;
}
