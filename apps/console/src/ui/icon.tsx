import './icon.css';

const paths = {
  press: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7.5 8.5h6M7.5 12h6M7.5 15.5h6',
  live: 'M4 12h3l2.5-7 4.5 14 2.5-7H20',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  alerts: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  watchlists: 'M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h7',
  sources: 'M5 19.5h.01M5 12a7.5 7.5 0 0 1 7.5 7.5M5 5a14.5 14.5 0 0 1 14.5 14.5',
  quarantine: 'M12 3.5 20.5 19h-17zM12 9.5v4.5M12 16.5h.01',
  decode: 'M5 6h9M9.5 6v9M7 15h5M14 18h6M17 13.5 20 18l-3 0',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M7 14.5v5',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.2.7 3.5 2.8 3.5 5.5',
  record: 'M6 3.5h9l4 4V20.5H6zM15 3.5V8h4M9 12h7M9 16h7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17 19 7',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  down: 'M6 9.5l6 6 6-6',
  next: 'M9.5 6l6 6-6 6',
  previous: 'M14.5 6l-6 6 6 6',
  up: 'M6 14.5l6-6 6 6',
  pause: 'M9 5.5v13M15 5.5v13',
  play: 'M8 5.5 18 12 8 18.5z',
  external: 'M13 5h6v6M19 5l-9 9M16 14v5H5V8h5',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5L13 16l3-3 4 4M15.5 9h.01',
  flag: 'M6 21V4M6 5h11l-2 4 2 4H6',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  edit: 'M5 19h3.5L19 8.5 15.5 5 5 15.5zM13.5 7l3.5 3.5',
  refresh: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  upload: 'M12 15.5v-11M7 9l5-5 5 5M5 20h14',
  eye: 'M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  link: 'M10 14l4-4M8.5 11 6 13.5a3.2 3.2 0 0 0 4.5 4.5L13 15.500M15.5 13 18 10.500A3.2 3.2 0 0 0 13.5 6L11 8.5',
  copies: 'M8 8h11v12H8zM5 16V4h11',
  key: 'M15.5 4.500a4 4 0 1 1-3.3 6.300L5 18v2h3v-2h2v-2h1.500l2-2M16.5 7.500h.01',
  keyboard: 'M3.5 6.500h17v11h-17zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8',
  out: 'M10 4.500H5v15h5M14.5 8l4 4-4 4M18.5 12H9.5',
} as const;

export type IconName = keyof typeof paths;

/** Icons that point somewhere turn round where the page reads from right to left. */
const directed: ReadonlySet<IconName> = new Set<IconName>([
  'next',
  'previous',
  'external',
  'out',
  'press',
  'watchlists',
  'sources',
  'live',
]);

/**
 * A small line drawing that repeats what its label says; screen readers pass over it.
 * @example <Icon name="flag" />
 */
export function Icon(props: { readonly name: IconName; readonly size?: number }) {
  const size = props.size ?? 18;
  return (
    <svg
      className={directed.has(props.name) ? 'icon icon-directed' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[props.name]} />
    </svg>
  );
}
