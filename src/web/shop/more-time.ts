/** The button that keeps the places of a basket as long again (WCAG 2.2.1). */
export const MORE_TIME = { fr: 'J’ai besoin de plus de temps', en: 'I need more time' } as const;
