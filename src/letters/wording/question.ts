/** The last words of letters that anybody may answer. */
export const QUESTION = { fr: 'Une question ? Répondez simplement à ce message.', en: 'A question? Simply answer this message.' } as const;
