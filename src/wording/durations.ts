import type { Language } from '../domain/language';

/** « 10 minutes », « 5 secondes », « 1 heure » */
export function duration(ms: number, language: Language): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return counted(seconds, UNITS[language].second);
  if (seconds < 3600 || seconds % 3600 !== 0) return counted(Math.round(seconds / 60), UNITS[language].minute);
  return counted(seconds / 3600, UNITS[language].hour);
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count > 1 ? 's' : ''}`;
}

const UNITS = {
  fr: { second: 'seconde', minute: 'minute', hour: 'heure' },
  en: { second: 'second', minute: 'minute', hour: 'hour' },
} as const satisfies Record<Language, unknown>;
