import type { Actor } from '@vedette/store';

/** Who has which alert open now. Kept in memory only: nobody's looking is ever on record. */
export interface Presence {
  /** Notes that somebody looks; gives everybody who looks, in the order in which they came. */
  look(alert: string, person: Actor): readonly Actor[];
  viewers(alert: string): readonly Actor[];
  /** Forgets whoever was last heard of too long ago; gives the alerts where somebody left. */
  expire(): readonly string[];
}

/** A page says so every 20 seconds; two missed in a row and a little more means gone. */
const goneAfterMs = 45_000;

export function createPresence(now: () => number): Presence {
  const alerts = new Map<string, Map<string, { readonly person: Actor; readonly at: number }>>();

  function present(alert: string): readonly Actor[] {
    const since = now() - goneAfterMs;
    return [...(alerts.get(alert)?.values() ?? [])].filter(({ at }) => at > since).map(({ person }) => person);
  }

  return {
    look(alert, person) {
      const viewers = alerts.get(alert) ?? new Map<string, { readonly person: Actor; readonly at: number }>();
      viewers.set(person.id, { person, at: now() });
      alerts.set(alert, viewers);
      return present(alert);
    },
    viewers: present,
    expire() {
      const since = now() - goneAfterMs;
      const changed: string[] = [];
      for (const [alert, viewers] of alerts) {
        const gone = [...viewers].filter(([, { at }]) => at <= since);
        for (const [id] of gone) viewers.delete(id);
        if (gone.length > 0) changed.push(alert);
        if (viewers.size === 0) alerts.delete(alert);
      }
      return changed;
    },
  };
}
