/** Gate `metadata`: every metadata file against the Metadata API's types and against the rest of the project. */
import type { GateOutcome } from '../finding.ts';
import { Project } from './project/project.ts';
import { GATE, Report } from './report.ts';
import { checkApiNames } from './rules/api-names.ts';
import { checkFileNames } from './rules/file-names.ts';
import { checkFields } from './rules/fields.ts';
import { checkOtherReferences } from './rules/other-references.ts';
import { checkObjects } from './rules/objects.ts';
import { checkValueSets } from './rules/picklists.ts';
import { checkLayouts } from './rules/layouts.ts';
import { checkPermissions } from './rules/permissions.ts';
import { checkViews } from './rules/views.ts';
import { checkApplications } from './rules/applications.ts';
import { checkBundles } from './rules/bundles.ts';
import { checkPages } from './rules/pages.ts';
import { checkCode } from './rules/code.ts';
import { checkFormulas } from './rules/formulas.ts';
import { checkFlows } from './rules/flows.ts';
import { checkRecords } from './rules/records.ts';
import { checkReports } from './rules/reports.ts';
import { checkReservedKeys } from './rules/reserved-keys.ts';
import { checkVersions } from './rules/versions.ts';
import { checkShape } from './rules/shape.ts';
import type { RuleContext } from './rules/context.ts';
import { apiTypes } from './tables/api-types.ts';
import { standardObjects } from './tables/standard-objects.ts';

const RULES: readonly ((context: RuleContext) => void)[] = [
  checkFileNames,
  checkVersions,
  checkApiNames,
  checkObjects,
  checkFields,
  checkValueSets,
  checkPermissions,
  checkViews,
  checkLayouts,
  checkPages,
  checkBundles,
  checkApplications,
  checkReports,
  checkRecords,
  checkCode,
  checkFlows,
  checkFormulas,
  checkOtherReferences,
  checkReservedKeys,
];

/**
 * Checks the metadata of the project in `root`.
 * @throws Error when `root` has no readable `sfdx-project.json`
 */
export async function checkMetadata(root: string): Promise<GateOutcome> {
  const [api, standard] = [await apiTypes(), await standardObjects()];
  const report = new Report();
  const project = new Project(root, standard, report);
  for (const file of project.files) checkShape(file, api, report);
  const context = { project, api, report };
  for (const rule of RULES) rule(context);
  return { gate: GATE, scope: `${project.files.length} metadata files`, findings: report.findings };
}
