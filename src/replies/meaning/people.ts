import type { SeatWord } from './seats';

const TITLE = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|dr)$/;

/** Given names that stand alone under a mail. Any other single word there is read as a word. */
const GIVEN = new Set(
  (
    'adele agathe agnes alain albert alexandra alexandre alexia alice aline amelie anais andre andrea anne annie antoine antonin arnaud arthur audrey ' +
    'aurelie aurore axel baptiste beatrice benjamin benoit bernard bertrand brigitte bruno camille carine carole caroline catherine cecile celia celine ' +
    'chantal charles charlotte chloe christelle christian christiane christine christophe clara claire claude claudine clemence clement coralie corinne ' +
    'cyril damien daniel danielle david delphine denis diane didier dominique dorothee edouard eleonore elisa elisabeth elise elodie elsa emilie emma ' +
    'emmanuel emmanuelle eric estelle eva eve evelyne fabien fabienne fabrice fanny florence florian francine francis francois francoise franck ' +
    'frederic frederique gabriel gael gaelle genevieve georges gerard germain gilles guillaume guy helene henri herve hugo ines irene isabelle ' +
    'jacqueline jacques jean jeanne jeremy jerome joel johan jonathan josephine josiane judith julia julie julien juliette justine karim karine katia ' +
    'laetitia laura laure laurence laurent lea leila leo leon leonie louis louise luc lucas lucie lucien lucile lydia lydie madeleine mael magali ' +
    'malika manon marc marcel margaux margot marguerite maria marianne marie marina marine marion marius martine mathieu mathilde matthieu maud maxime ' +
    'melanie melissa michel michele michelle mireille monique morgane mohamed muriel myriam nadege nadia nadine nathalie nicolas nicole nina noemie ' +
    'noe nora norbert odile olivier olivia pascal pascale patrice patricia patrick paul paule pauline philippe pierre quentin rachel rachid raphael ' +
    'raymond rebecca regine remi remy renaud rene renee richard robert robin roger romain rosalie sabine sabrina sacha salome samia samuel sandra ' +
    'sandrine sarah sebastien serge simon simone solene sonia sophie stephane stephanie suzanne sylvain sylvie tania teresa theo therese thibault ' +
    'thierry thomas timothee tristan valentin valentine valerie vanessa veronique victor victoire vincent virginie viviane william xavier yann yannick ' +
    'yasmina yves yvette yvonne zoe'
  ).split(' '),
);

/** People become one word each: `@`. Only what surely is a name; `known` holds every word that the grammar uses. */
export function withPeople(words: readonly SeatWord[], known: ReadonlySet<string>): readonly SeatWord[] {
  const result: SeatWord[] = [];
  let i = 0;
  while (i < words.length) {
    const length = nameLength(words, i, known);
    const first = words[i];
    const last = words[i + length - 1];
    if (!first) break;
    result.push(length > 0 && last ? { norm: '@', start: first.start, end: last.end, capital: true } : first);
    i += Math.max(1, length);
  }
  return result;
}

/** « Mme Martin », « Paul », « Marie Dupont »: a title or a given name, then capitalised words. */
function nameLength(words: readonly SeatWord[], at: number, known: ReadonlySet<string>): number {
  const first = words[at];
  if (!first) return 0;
  if (isGreeted(words, at, known)) return 1;
  const isTitle = TITLE.test(first.norm);
  const parts = first.norm.split('-');
  if (!isTitle && !parts.every((part) => GIVEN.has(part))) return 0;
  let end = at + 1;
  while (end < at + 4 && isNamePart(words[end], known)) end += 1;
  return isTitle && end === at + 1 ? 0 : end - at;
}

/** « Bonjour Naïma, » : whoever is greeted has a name, also one that we do not know. */
function isGreeted(words: readonly SeatWord[], at: number, known: ReadonlySet<string>): boolean {
  const word = words[at];
  const before = words[at - 1]?.norm ?? '';
  if (!word || !/^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|chere?|merci|thanks)$/.test(before)) return false;
  const endsThere = at === words.length - 1 || words[at + 1]?.norm === ',';
  return /^\p{L}+(?:-\p{L}+)*$/u.test(word.norm) && !known.has(word.norm) && (word.capital || endsThere);
}

function isNamePart(word: SeatWord | undefined, known: ReadonlySet<string>): boolean {
  if (!word) return false;
  const isLetters = /^\p{L}+(?:-\p{L}+)*$/u.test(word.norm);
  return isLetters && (GIVEN.has(word.norm) || (word.capital && !known.has(word.norm)));
}
