export const watchlists = {
  title: 'Watchlists',
} as const;
