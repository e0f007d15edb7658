import type { AlertState, Column, RuleAction, Severity, SourceKind, Role, Verdict } from '@vedette/contract';
import type { Generated } from 'kysely';

/** A column that the store itself fills from JSON: text that holds one JSON value. */
type JsonText = string;

/** One place that publishes: an `Item.source`, named by a small number in the other tables. */
export interface OriginsTable {
  readonly key: Generated<number>;
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly url: string | null;
  /** Items per origin are in `counts` */
}

/** What lists and searches run on; narrow on purpose. The Item itself is in `bodies`. */
export interface ItemsTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly origin: number;
  /** id of the watched source that brought it */
  readonly watched: string;
  readonly kind: string;
  readonly lang: string | null;
  /** lists go by this: when it was published, but never later than when it was received */
  readonly sort_at: Date;
  readonly published_at: Date | null;
  readonly received_at: Date;
  readonly revision: string;
  readonly edited_at: Date | null;
  readonly deleted_at: Date | null;
  readonly copy_key: string;
  readonly disguised: boolean;
  readonly demo: boolean;
  readonly search: string;
}

export interface BodiesTable {
  readonly seq: number;
  /** the parts of ItemSummary that are in the Item, ready to send */
  readonly summary: JsonText;
  readonly item: JsonText;
  readonly decoded: JsonText;
}

/** Earlier revisions: evidence of what stood there, and what makes a repeated batch known. */
export interface RevisionsTable {
  readonly seq: number;
  readonly revision: string;
  readonly at: Date;
  readonly item: JsonText;
}

export interface MatchesTable {
  readonly seq: number;
  readonly watchlist: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly action: RuleAction;
  readonly at: Date;
  readonly spans: JsonText;
}

export interface AlertsTable {
  readonly id: string;
  readonly copy_key: string;
  readonly demo: boolean;
  readonly state: AlertState;
  /** 0 low to 3 critical */
  readonly severity: number;
  readonly score: number;
  readonly priority: JsonText;
  readonly lead: number;
  readonly copies: number;
  readonly origins: number;
  readonly disguised: boolean;
  readonly first_at: Date;
  readonly last_at: Date;
  /** the decision in force */
  readonly decision: string | null;
}

export interface AlertItemsTable {
  readonly alert: string;
  readonly seq: number;
  readonly origin: number;
  readonly lang: string | null;
}

export interface AlertRulesTable {
  readonly alert: string;
  readonly watchlist: string;
  readonly rule: string;
  readonly severity: number;
}

/** Only ever added to. */
export interface DecisionsTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly alert: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly by_id: string;
  readonly by_name: string;
  readonly at: Date;
  readonly copies: number;
  /** what was in force before, for an undo */
  readonly before_state: AlertState;
  readonly before_decision: string | null;
}

/** Only ever added to. */
export interface DecisionUndosTable {
  readonly decision: string;
  readonly at: Date;
}

export interface WatchlistsTable {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly demo: boolean;
  readonly version: number;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly rules: JsonText;
  readonly rule_count: number;
  readonly findings: JsonText;
  readonly error_count: number;
  /** alerts and matches still name it after it was removed */
  readonly removed_at: Date | null;
}

export interface WatchlistVersionsTable {
  readonly watchlist: string;
  readonly version: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly rules: JsonText;
}

/** Changes that wait, or waited, for a second person. */
export interface WatchlistProposalsTable {
  readonly id: string;
  readonly watchlist: string;
  readonly base_version: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: JsonText;
  readonly findings: JsonText;
  readonly at: Date;
  readonly by_id: string;
  readonly by_name: string;
  readonly state: 'open' | 'confirmed' | 'refused' | 'replaced';
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly reason: string | null;
}

/** Texts that no rule should catch. A list is those of one `watchlist`, empty for all; removed ones stay, as earlier versions. */
export interface KnownGoodTable {
  readonly id: string;
  readonly watchlist: string;
  readonly title: string | null;
  readonly text: string;
  readonly lang: string | null;
  readonly note: string | null;
  readonly item: string | null;
  readonly added_at: Date;
  readonly added_by: string;
  readonly added_version: number;
  readonly removed_at: Date | null;
  readonly removed_by: string | null;
  readonly removed_version: number | null;
}

/** The rules of the present versions, for the note and query beside a match. */
export interface RulesTable {
  readonly watchlist: string;
  readonly rule: string;
  readonly note: string | null;
  readonly query: string;
}

export interface SourcesTable {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly url: string | null;
  readonly config: JsonText;
  readonly basis: string;
  readonly retention_days: number | null;
  readonly paused: boolean;
  readonly demo: boolean;
  readonly once: boolean;
  readonly gone: boolean;
  readonly cursor: JsonText | null;
  readonly added_at: Date;
  readonly removed_at: Date | null;
  readonly last_attempt_at: Date | null;
  readonly last_success_at: Date | null;
  readonly last_item_at: Date | null;
  readonly next_attempt_at: Date | null;
  readonly rhythm_seconds: number | null;
  readonly error: JsonText | null;
}

export interface QuarantineTable {
  readonly id: Generated<number>;
  readonly source: string;
  readonly at: Date;
  readonly place: string;
  readonly reason: string;
  readonly sample: string;
}

export interface ColumnsTable {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  readonly query: string;
  readonly position: number;
  readonly density: Column['density'];
}

/** Kept counts, so that no page counts rows. */
export interface CountsTable {
  readonly name: string;
  readonly key: string;
  readonly value: number;
}

/** Items a rule caught, a day; Items a column took, a quarter of an hour. */
export interface VolumesTable {
  readonly name: string;
  readonly key: string;
  readonly at: Date;
  readonly value: number;
}

export interface ImageFlagsTable {
  readonly item: string;
  readonly image: number;
  readonly person: string;
  readonly at: Date;
}

export interface HiddenImagesTable {
  readonly item: string;
  readonly image: number;
  readonly at: Date;
}

export interface ApiKeysTable {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: string;
  readonly scopes: JsonText;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
}

export interface SettingsTable {
  readonly key: string;
  readonly value: JsonText;
}

export interface RecordEntriesTable {
  readonly index: number;
  readonly at: string;
  readonly action: string;
  readonly leaf_hash: string;
  /** null where it was erased, as subject, details and salt are */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly details: JsonText | null;
  /** null in entries that were written before contents had salts; so is the commitment */
  readonly salt: string | null;
  readonly commitment: string | null;
}

/** One row: the right edge of the Merkle tree, from which the next root follows. */
export interface RecordHeadTable {
  readonly one: number;
  readonly size: number;
  readonly edge: JsonText;
  /** when the newest entry was written, ISO 8601; no entry is older than the one before it */
  readonly last_at: string;
}

/** The root of a full tile of the record: hash `n` of level `level` of its tiles (C2SP tlog-tiles), from 1 on. */
export interface RecordTilesTable {
  readonly level: number;
  readonly n: number;
  readonly hash: string;
}

/** A state of the record that was signed: a C2SP signed note. */
export interface RecordCheckpointsTable {
  readonly size: number;
  readonly at: Date;
  readonly note: string;
}

/** The four tables of better-auth 1.7 in its own names, with what this program adds to `user`. */
export interface UserTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly image: string | null;
  readonly createdAt: Generated<Date>;
  readonly updatedAt: Generated<Date>;
  readonly role: Generated<Role>;
  readonly disabled: Generated<boolean>;
  readonly settings: Generated<JsonText>;
}

export interface SessionTable {
  readonly id: string;
  readonly expiresAt: Date;
  readonly token: string;
  readonly createdAt: Generated<Date>;
  readonly updatedAt: Generated<Date>;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly userId: string;
}

export interface AccountTable {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly userId: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  readonly accessTokenExpiresAt: Date | null;
  readonly refreshTokenExpiresAt: Date | null;
  readonly scope: string | null;
  readonly password: string | null;
  readonly createdAt: Generated<Date>;
  readonly updatedAt: Generated<Date>;
}

export interface VerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expiresAt: Date;
  readonly createdAt: Generated<Date>;
  readonly updatedAt: Generated<Date>;
}

/** Every table and its columns, as kysely sees them. */
export interface Database {
  readonly origins: OriginsTable;
  readonly items: ItemsTable;
  readonly bodies: BodiesTable;
  readonly revisions: RevisionsTable;
  readonly matches: MatchesTable;
  readonly alerts: AlertsTable;
  readonly alert_items: AlertItemsTable;
  readonly alert_rules: AlertRulesTable;
  readonly decisions: DecisionsTable;
  readonly decision_undos: DecisionUndosTable;
  readonly watchlists: WatchlistsTable;
  readonly watchlist_versions: WatchlistVersionsTable;
  readonly rules: RulesTable;
  readonly known_good: KnownGoodTable;
  readonly watchlist_proposals: WatchlistProposalsTable;
  readonly sources: SourcesTable;
  readonly quarantine: QuarantineTable;
  readonly columns: ColumnsTable;
  readonly counts: CountsTable;
  readonly volumes: VolumesTable;
  readonly image_flags: ImageFlagsTable;
  readonly hidden_images: HiddenImagesTable;
  readonly api_keys: ApiKeysTable;
  readonly settings: SettingsTable;
  readonly record_entries: RecordEntriesTable;
  readonly record_head: RecordHeadTable;
  readonly record_tiles: RecordTilesTable;
  readonly record_checkpoints: RecordCheckpointsTable;
  readonly user: UserTable;
  readonly session: SessionTable;
  readonly account: AccountTable;
  readonly verification: VerificationTable;
}
