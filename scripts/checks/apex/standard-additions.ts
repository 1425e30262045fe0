/** Members of standard objects that the table of standard objects lacks, as rows of the compiler driver. */
import type { MemberRow } from './fields.ts';

export const STANDARD_ADDITIONS: Readonly<Record<string, readonly MemberRow[]>> = {
  FlowDefinitionView: [['parent', 'TriggerObjectOrEvent', 'EntityDefinition']],
};
