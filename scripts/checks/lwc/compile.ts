/** Compiles the files of a bundle by the platform's own compiler; nothing is written. */
import { SourceMap } from 'node:module';
import { transformSync } from '@lwc/compiler';
import { lwcCompiler } from '../../salesforce/build-lwc.ts';
import type { Finding } from '../finding.ts';
import type { ProjectFiles } from '../source/files.ts';
import { sourceScripts } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { GATE } from './imports.ts';

interface CompilerError {
  readonly message: string;
  readonly location?: { readonly line?: number; readonly column?: number };
}

export type FileCompiler = (bundle: Bundle, file: string, text: string) => Finding[];

export async function fileCompiler(root: string): Promise<FileCompiler> {
  const strip = await lwcCompiler();
  return (bundle, file, text) => {
    let code = text;
    let map: SourceMap | null = null;
    if (file.endsWith('.ts')) {
      try {
        const stripped = strip(file, text);
        code = stripped.code;
        map = new SourceMap(JSON.parse(stripped.map) as ConstructorParameters<typeof SourceMap>[0]);
      } catch (error) {
        return [scriptError(file, (error as Error).message)];
      }
    }
    const options = { name: bundle.name, namespace: 'c', enableDynamicComponents: true, enableLwcOn: true };
    try {
      transformSync(code, `${root}/${file.replace(/\.ts$/, '.js')}`, options as Parameters<typeof transformSync>[2]);
      return [];
    } catch (error) {
      return [placed(file, error as CompilerError, map)];
    }
  };
}

/** The TypeScript step names `file:line:column` itself. */
function scriptError(file: string, text: string): Finding {
  const match = /:(\d+):(\d+) (.*)$/s.exec(text);
  const [, line = '1', column = '1', message = text] = match ?? [];
  return { file, line: Number(line), column: Number(column), gate: GATE, message };
}

function placed(file: string, error: CompilerError, map: SourceMap | null): Finding {
  // Parsers repeat the file's path in front and the source behind.
  const message = (error.message.split('\n')[0] ?? '').replace(/^\w*Error: /, '').replace(/(^|\s)\/\S+?: /, '$1');
  const inMessage = /\((\d+):(\d+)\)$/.exec(message) ?? /:(\d+):(\d+)/.exec(message);
  const line = error.location?.line ?? Number(inMessage?.[1] ?? 1);
  const column = (error.location?.column ?? Number(inMessage?.[2] ?? 0)) + (file.endsWith('.html') ? 0 : 1);
  const entry = map?.findEntry(line - 1, column - 1) as { originalLine?: number; originalColumn?: number } | undefined;
  const at =
    entry?.originalLine === undefined
      ? { line, column }
      : { line: entry.originalLine + 1, column: (entry.originalColumn ?? 0) + 1 };
  return { file, ...at, gate: GATE, message };
}

/** Files of a bundle that the compiler takes. */
export function compiledFiles(bundle: Bundle, project: ProjectFiles): { file: string; text: string }[] {
  const scripts = sourceScripts(bundle);
  return bundle.files
    .filter((file) => scripts.includes(file) || /\.(html|css)$/.test(file))
    .map((file) => ({ file, text: project.read(file) }));
}
