/** Gate `security`: the Code Analyzer engines over the package, less the exceptions that stand on the project's list. */
import path from 'node:path';
import { buildLwc } from '../../salesforce/build-lwc.ts';
import type { Finding, GateOutcome } from '../finding.ts';
import { analyze } from './analyze.ts';
import { cached } from './cache.ts';
import { ENGINES, type Engine } from './engines.ts';
import { applyExceptions, EXCEPTIONS_FILE, readExceptions, type SecurityException } from './exceptions.ts';
import { packageFiles } from './files.ts';
import { suppressionsIn } from './suppressions.ts';
import { isReported, type Violation } from './violation.ts';

const GATE = 'security';

/**
 * Runs the engines over what the project packages.
 *
 * @param root folder of the project
 * @param names engines to run; all when not given
 * @returns one outcome per engine, named `security-<engine>`, and one for the list itself
 * @throws Error when the list of exceptions cannot be read, or an engine cannot start
 */
export async function runSecurity(root: string, names?: readonly string[]): Promise<GateOutcome[]> {
  const project = path.resolve(root);
  const exceptions = readExceptions(project);
  await buildLwc(project);
  const files = packageFiles(project);
  const marks = suppressionsIn(project, files);
  const outcomes: GateOutcome[] = [];
  const stale: SecurityException[] = [];
  const engines = ENGINES.filter((engine) => names === undefined || names.includes(engine.name));
  for (const engine of engines) {
    const own = marks.filter((mark) => mark.engine === engine.name);
    const { violations, scope } = await violationsOf(project, engine, files);
    const listed = exceptions.filter((exception) => exception.engine === engine.name);
    const applied = applyExceptions(project, distinct([...violations.filter(isReported), ...own]), listed);
    stale.push(...applied.stale);
    outcomes.push({
      gate: `${GATE}-${engine.name}`,
      scope: `${scope}; ${applied.excused} excused`,
      findings: applied.left.map(findingOf),
    });
  }
  return [...outcomes, listOutcome(exceptions, stale)];
}

async function violationsOf(
  root: string,
  engine: Engine,
  files: readonly string[],
): Promise<{ violations: readonly Violation[]; scope: string }> {
  const all = new Set(files);
  const own = files.filter((file) => engine.reads(file, all));
  if (own.length === 0) return { violations: [], scope: `nothing to read: ${engine.purpose}` };
  const scope = `${own.length} files: ${engine.purpose}`;
  if (!engine.isCached) return { violations: await analyze(root, engine, own), scope };
  const { violations, isKept } = await cached(root, engine, own, () => analyze(root, engine, own));
  return { violations, scope: isKept ? `${scope}; unchanged since the last run` : scope };
}

/** An engine names a place once for every path that leads there. */
function distinct(violations: readonly Violation[]): Violation[] {
  const byText = new Map(violations.map((violation) => [JSON.stringify(violation), violation]));
  return [...byText.values()].sort(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
}

function findingOf(violation: Violation): Finding {
  const { file, line, column, engine, rule, severity, message } = violation;
  return { file, line, column, gate: GATE, message: `${engine} ${rule} (severity ${severity}): ${message}` };
}

const ENGINE_NAMES: ReadonlySet<string> = new Set(ENGINES.map((engine) => engine.name));

function listOutcome(exceptions: readonly SecurityException[], stale: readonly SecurityException[]): GateOutcome {
  const unknown = exceptions.filter((exception) => !ENGINE_NAMES.has(exception.engine));
  const findings = [
    ...stale.map((exception) => entryFinding(exception, 'excuses nothing any more: take it off the list')),
    ...unknown.map((exception) =>
      entryFinding(exception, `names no engine; there are ${[...ENGINE_NAMES].join(', ')}`),
    ),
  ];
  return { gate: `${GATE}-exceptions`, scope: `${exceptions.length} entries of ${EXCEPTIONS_FILE}`, findings };
}

function entryFinding(exception: SecurityException, text: string): Finding {
  const { engine, rule, file, line } = exception;
  return { file: EXCEPTIONS_FILE, line, column: 1, gate: GATE, message: `${engine} ${rule} in ${file} ${text}.` };
}
