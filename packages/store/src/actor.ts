/**
 * Who does something, as the record names them: a person, an API key (`key:…`) or a part of the program (`system`).
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** The program itself: retention, migrations, supervision. */
export const systemActor: Actor = { id: 'system', name: 'Vedette' };
