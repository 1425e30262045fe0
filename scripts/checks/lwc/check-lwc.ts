/** Gate `lwc`: every bundle compiled, linted, and its names looked up. */
import type { Finding, GateOutcome } from '../finding.ts';
import type { ApexFile } from '../source/apex-files.ts';
import { contentKey, ResultCache } from '../source/cache.ts';
import type { HouseRule } from '../source/configuration.ts';
import type { ProjectFiles } from '../source/files.ts';
import type { QuerySchema } from '../soql/query-schema.ts';
import { checkApiLiterals } from './api-literals.ts';
import { checkBundleFiles } from './bundle-files.ts';
import { bundlesOf, sourceScripts } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { compiledFiles, fileCompiler } from './compile.ts';
import type { FileCompiler } from './compile.ts';
import { checkImports, GATE, readLabels } from './imports.ts';
import type { ProjectNames } from './imports.ts';
import { fileLinter } from './lint.ts';
import type { FileLinter } from './lint.ts';
import type { ScriptFacts } from './script.ts';

/** Raise it with every change of what compiling, linting or reading a script gives. */
const VERSION = '2';

/**
 * @param house with `templateNames` a template may name nothing that the class lacks, even where that shows as empty; with
 *   `apiLiterals` no API name stands as text in a script
 */
export async function checkLwc(
  project: ProjectFiles,
  apex: readonly ApexFile[],
  schema: QuerySchema,
  house: ReadonlySet<HouseRule>,
): Promise<GateOutcome> {
  const bundles = bundlesOf(project);
  if (bundles.length === 0) return { gate: GATE, scope: 'no components in this project', findings: [] };
  const { checkTemplate } = await import('./template.ts');
  const scripts = await scriptFacts(project, bundles);
  const names: ProjectNames = {
    project,
    schema,
    bundles: new Map(bundles.map((bundle) => [bundle.name, bundle])),
    scripts,
    apex: new Map(apex.map((file) => [file.name.toLowerCase(), file])),
    labels: readLabels(project),
  };
  const findings: Finding[] = [...(await fileFindings(project, bundles))];
  const broken = new Set(findings.map(({ file }) => file));
  for (const bundle of bundles) {
    // What does not parse would be told again by everything that reads it.
    const own = bundle.main === null || broken.has(bundle.main) ? undefined : scripts.get(bundle.main);
    findings.push(
      ...checkBundleFiles(bundle, project, (own?.members ?? null) === null ? null : (own?.publicMembers ?? null)),
    );
    for (const file of sourceScripts(bundle)) {
      const facts = scripts.get(file);
      if (facts !== undefined) findings.push(...checkImports(bundle, file, facts, names));
      if (house.has('apiLiterals')) findings.push(...checkApiLiterals(file, project.read(file)));
    }
    for (const file of bundle.files.filter((one) => one.endsWith('.html'))) {
      findings.push(
        ...checkTemplate(bundle, file, project.read(file), own?.members ?? null, names, house.has('templateNames')),
      );
    }
  }
  return { gate: GATE, scope: `${bundles.length} bundles`, findings: withoutRepeats(findings) };
}

/** TypeScript's parser is loaded only where a script is not known yet. */
async function scriptFacts(project: ProjectFiles, bundles: readonly Bundle[]): Promise<Map<string, ScriptFacts>> {
  const cache = new ResultCache<ScriptFacts>(project.root, 'lwc-scripts', VERSION);
  const scripts = new Map<string, ScriptFacts>();
  for (const file of bundles.flatMap(sourceScripts)) {
    const text = project.read(file);
    const key = contentKey(file, text);
    let facts = cache.get(key);
    if (facts === undefined) {
      const { readScript } = await import('./script.ts');
      facts = readScript(file, text);
      cache.set(key, facts);
    }
    scripts.set(file, facts);
  }
  cache.save();
  return scripts;
}

/** What the compiler and the linter say of single files, kept by content. */
async function fileFindings(project: ProjectFiles, bundles: readonly Bundle[]): Promise<Finding[]> {
  const cache = new ResultCache<readonly Finding[]>(project.root, 'lwc-files', VERSION);
  const findings: Finding[] = [];
  let tools: { compile: FileCompiler; lint: FileLinter } | null = null;
  for (const bundle of bundles) {
    for (const { file, text } of compiledFiles(bundle, project)) {
      const key = contentKey(file, text);
      let found = cache.get(key);
      if (found === undefined) {
        tools ??= { compile: await fileCompiler(project.root), lint: await fileLinter() };
        const isScript = /\.[jt]s$/.test(file);
        const compiled = tools.compile(bundle, file, text);
        // What does not parse has one fault; the linter would tell it again.
        found = compiled.length > 0 || !isScript ? compiled : tools.lint(file, text);
        cache.set(key, found);
      }
      findings.push(...found);
    }
  }
  cache.save();
  return findings;
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, line, message }) => {
    const key = `${file}:${line}:${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
