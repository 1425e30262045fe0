/** Compiles the TypeScript of Lightning components to the `.js` beside it: the platform takes only the latter. */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from './project.ts';

export interface LwcBuild {
  /** Files written; those that are newer than their source are left alone. */
  readonly written: number;
  readonly modules: number;
}

/** `c/<name>` → source file relative to the project, of every component or module in TypeScript. */
export function lwcModules(root: string): ReadonlyMap<string, string> {
  const files = packageDirectories(root).flatMap((directory) =>
    globSync('**/lwc/*/*.ts', { cwd: directory }).map((file) => path.join(directory, file)),
  );
  const mains = files.filter((file) => path.basename(file, '.ts') === path.basename(path.dirname(file))).sort();
  return new Map(
    mains.map((file) => [`c/${path.basename(file, '.ts')}`, path.relative(root, file).split(path.sep).join('/')]),
  );
}

/** Text of tsconfig.paths.json, by which the compiler finds `c/<name>`. */
export function pathsText(root: string): string {
  const lines = [...lwcModules(root)].map(([name, file]) => `      "${name}": ["./${file}"]`);
  if (lines.length === 0) return '{ "compilerOptions": { "paths": {} } }\n';
  return `{\n  "compilerOptions": {\n    "paths": {\n${lines.join(',\n')}\n    }\n  }\n}\n`;
}

/**
 * Compiles in place, and brings tsconfig.paths.json up to date where the project has one.
 * Types are not checked here; that is `npm run types`.
 *
 * @param root folder of the project
 * @throws Error that names file and line, when a source does not parse
 */
export async function buildLwc(root: string): Promise<LwcBuild> {
  const sources = packageDirectories(root).flatMap((directory) =>
    globSync('**/lwc/*/*.ts', { cwd: directory }).map((file) => path.join(directory, file)),
  );
  const stale = sources.filter((source) => isStale(source, targetOf(source)));
  const pathsFile = path.join(root, 'tsconfig.paths.json');
  if (existsSync(pathsFile) && readFileSync(pathsFile, 'utf8') !== pathsText(root))
    writeFileSync(pathsFile, pathsText(root));
  if (stale.length === 0) return { written: 0, modules: sources.length };
  const compile = await lwcCompiler();
  for (const source of stale) writeFileSync(targetOf(source), compile(source, readFileSync(source, 'utf8')).code);
  return { written: stale.length, modules: sources.length };
}

function targetOf(source: string): string {
  return source.replace(/\.ts$/, '.js');
}

function isStale(source: string, target: string): boolean {
  return !existsSync(target) || statSync(target).mtimeMs < statSync(source).mtimeMs;
}

export interface Compiled {
  readonly code: string;
  /** Source map as JSON. */
  readonly map: string;
}

/** @returns a function that strips types and leaves decorators and class fields to the LWC compiler */
export async function lwcCompiler(): Promise<(file: string, text: string) => Compiled> {
  const { default: ts } = await import('typescript');
  return (file, text) => {
    const result = ts.transpileModule(text, {
      fileName: file,
      reportDiagnostics: true,
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        experimentalDecorators: false,
        useDefineForClassFields: true,
        verbatimModuleSyntax: true,
        sourceMap: true,
      },
    });
    const problem = result.diagnostics?.[0];
    if (problem !== undefined) {
      const place = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0);
      const message = ts.flattenDiagnosticMessageText(problem.messageText, '\n');
      throw new Error(`${file}:${(place?.line ?? 0) + 1}:${(place?.character ?? 0) + 1} ${message}`);
    }
    return {
      code: result.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/m, ''),
      map: result.sourceMapText ?? '{}',
    };
  };
}
