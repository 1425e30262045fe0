/** `query?columns=true`: which columns a query has, for clients that print tables; and which of them a record shows. */
import type { OrgSchema } from '../schema/model.ts';
import { queryColumns as describeColumns } from '../soql/index.ts';
import type { ColumnMetadata, QueryColumns } from '../soql/index.ts';

/** The select list as a tree. */
export function queryColumns(text: string, schema: OrgSchema): readonly ColumnMetadata[] {
  return describeColumns(text, schema).columnMetadata;
}

/** Body of the answer; the query itself is not run. */
export function columnMetadata(text: string, schema: OrgSchema): QueryColumns {
  return describeColumns(text, schema);
}
