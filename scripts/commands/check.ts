/** `lma check`: the static gates over an SFDX project. */
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { formatFinding, type Finding } from '../checks/finding.ts';
import { runGates } from '../checks/gates.ts';
import { runSecurity } from '../checks/security/index.ts';

export default class Check extends Command {
  static override summary = 'Run the static gates over a Salesforce project.';
  static override description =
    'Reports every finding as file:line:column gate message. Exit code 1 when there is one, 2 for wrong flags.';
  static override enableJsonFlag = true;
  static override flags = {
    project: Flags.directory({
      summary: 'Folder of the project, with its sfdx-project.json.',
      exists: true,
      default: '.',
    }),
    security: Flags.boolean({
      summary: "Also run Salesforce Code Analyzer's engines (minutes, the first time): pmd, cpd, sfge, retire-js.",
    }),
  };

  async run(): Promise<{ status: number; result: readonly Finding[]; warnings: string[] }> {
    const { flags } = await this.parse(Check);
    const root = path.resolve(flags.project);
    const outcomes = await runGates(root);
    if (flags.security) outcomes.push(...(await runSecurity(root)));
    const findings = outcomes.flatMap((outcome) => outcome.findings);
    for (const finding of findings) this.log(formatFinding(finding));
    for (const outcome of outcomes) this.log(`${outcome.gate}: ${outcome.findings.length} findings (${outcome.scope})`);
    if (findings.length > 0) process.exitCode = 1;
    return { status: findings.length > 0 ? 1 : 0, result: findings, warnings: [] };
  }
}
