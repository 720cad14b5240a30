/** What people read. French is the default everywhere. */
export type Language = 'fr' | 'en';

export const LANGUAGES = ['fr', 'en'] as const satisfies readonly Language[];

/** One text in each language. */
export type Wording = Readonly<Record<Language, string>>;
