/** The project statuses of the demo account; every account can define its own. */
export const PROJECT_STATUSES: Readonly<Record<number, { readonly color: string; readonly message: string }>> = {
  100: { color: 'grey', message: 'Estimate' },
  200: { color: 'light', message: 'Prospect' },
  210: { color: 'light', message: 'In Setup' },
  300: { color: 'green', message: 'Active' },
  310: { color: 'green', message: 'On Track' },
  400: { color: 'yellow', message: 'Needs Attention' },
  500: { color: 'red', message: 'At Risk' },
  600: { color: 'blue', message: 'Done' },
};

export const DEFAULT_STATUS_KEY = 210;

export function projectStatus(key: unknown): object {
  const number = Number(key ?? DEFAULT_STATUS_KEY);
  return { key: number, ...PROJECT_STATUSES[number] };
}
