import type { TeamSettings } from '@vedette/contract';
import type { Actor } from '../actor.js';

export interface Settings {
  team(): Promise<TeamSettings>;
  /** Fields left out stay. */
  saveTeam(
    change: { readonly [K in keyof TeamSettings]?: TeamSettings[K] | undefined },
    by: Actor,
  ): Promise<TeamSettings>;
  /** A secret of this installation (for example of sessions), made with 256 random bits on first use. */
  secret(name: string): Promise<string>;
}
