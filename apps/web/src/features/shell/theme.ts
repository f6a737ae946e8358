export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The server reads this too, so that the first paint has the right theme without a script. */
export const themeCookie = 'throughline-theme';

export const parseTheme = (text: string | undefined): Theme => themes.find((theme) => theme === text) ?? 'system';
