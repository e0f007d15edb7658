import type { Catalogue } from '../translate.js';
import { alerts } from './alerts.js';
import { decode } from './decode.js';
import { entry } from './entry.js';
import { item } from './item.js';
import { live } from './live.js';
import { people } from './people.js';
import { press } from './press.js';
import { query } from './query.js';
import { record } from './record.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { sources } from './sources.js';
import { terms } from './terms.js';
import { ui } from './ui.js';
import { watchlists } from './watchlists.js';

export const french: Catalogue = {
  alerts,
  decode,
  entry,
  item,
  live,
  people,
  press,
  query,
  record,
  search,
  settings,
  shell,
  sources,
  terms,
  ui,
  watchlists,
};
