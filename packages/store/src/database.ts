/** Every table and its columns, as kysely sees them. */
export interface Database {}
