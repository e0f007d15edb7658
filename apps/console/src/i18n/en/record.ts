export const record = {
  intro:
    'What was done, by whom and when, newest first. Entries are chained by their hashes, so that a quiet change shows.',
  number: 'No.',
  at: 'When',
  actor: 'Who',
  action: 'What',
  subject: 'About',
  details: 'Details',
  hash: 'Leaf hash',
  emptyTitle: 'Nothing on record yet',
  emptyWhy: 'Decisions, changes of watchlists and sources, and everything people do will stand here.',
} as const;
