/** Gate `conversion`: the project converts to metadata format by Salesforce's own library, and no TypeScript gets in. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Finding, GateOutcome } from './finding.ts';

const GATE = 'conversion';

export async function checkConversion(root: string): Promise<GateOutcome> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const project = JSON.parse(await readFile(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: readonly { path: string }[];
  };
  const findings: Finding[] = [];
  let count = 0;
  const output = await mkdtemp(path.join(os.tmpdir(), 'lma-convert-'));
  try {
    for (const directory of project.packageDirectories) {
      const source = path.join(root, directory.path);
      try {
        const set = ComponentSet.fromSource(source);
        const components = set.getSourceComponents().toArray();
        count += components.length;
        const result = await new MetadataConverter().convert(components, 'metadata', {
          type: 'directory',
          outputDirectory: output,
          genUniqueDir: true,
        });
        for (const file of await readdir(result.packagePath ?? output, { recursive: true })) {
          if (file.endsWith('.ts')) findings.push(at(directory.path, `TypeScript would be deployed: ${file}`));
        }
      } catch (error) {
        findings.push(at(directory.path, error instanceof Error ? error.message : String(error)));
      }
    }
  } finally {
    await rm(output, { recursive: true, force: true });
  }
  return { gate: GATE, scope: `${count} components`, findings };
}

function at(file: string, message: string): Finding {
  return { file, line: 1, column: 1, gate: GATE, message };
}
