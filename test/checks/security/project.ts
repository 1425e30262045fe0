/** Small projects on disk with one planted problem each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>\n';

/**
 * @param files text by path relative to the project
 * @returns folder of the project, gone when the test ends
 */
export function project(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-security-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const all: Record<string, string> = {
    'sfdx-project.json': JSON.stringify({
      packageDirectories: [
        { path: 'force-app/main', default: true, unpackagedMetadata: { path: 'force-app/test' } },
        { path: 'force-app/test' },
      ],
      sourceApiVersion: '66.0',
    }),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    write(root, file, text);
    if (file.endsWith('.cls')) write(root, `${file}-meta.xml`, META);
  }
  return root;
}

export function write(root: string, file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
