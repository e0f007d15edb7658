export const sources = {
  title: 'Sources',
  quarantine: 'Quarantine',
} as const;
