/** Runs one engine through Code Analyzer's core and hands back what it found, its own failures included. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EngineLogEvent, LogEvent, Violation as CoreViolation } from '@salesforce/code-analyzer-core';
import type { Engine } from './engines.ts';
import { relativeTo } from './files.ts';
import { ENGINE_FAILURE, type Violation } from './violation.ts';

/**
 * @param root folder of the project
 * @param files absolute paths of the files the engine is to read, at least one
 * @returns every violation of the selected rules; what the engine could not do stands among them as `EngineFailure`
 * @throws Error when the engine cannot be started (Java missing)
 */
export async function analyze(root: string, engine: Engine, files: readonly string[]): Promise<Violation[]> {
  const core = await import('@salesforce/code-analyzer-core');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'code-analyzer-'));
  try {
    const siblings = Object.fromEntries(engine.siblings.map((name) => [name, { disable_engine: true }]));
    const severities = Object.entries(engine.severities).map(([rule, severity]) => [rule, { severity }]);
    const analyzer = new core.CodeAnalyzer(
      core.CodeAnalyzerConfig.fromObject({
        log_folder: folder,
        root_working_folder: folder,
        // What may pass stands on the project's list; marks in the code count for nothing.
        suppressions: { disable_suppressions: true },
        engines: { ...siblings, [engine.name]: engine.settings },
        rules: { [engine.name]: Object.fromEntries(severities) },
      }),
    );
    const problems: string[] = [];
    const keep = (event: LogEvent | EngineLogEvent): void => {
      if (event.logLevel === core.LogLevel.Error) problems.push(event.message);
    };
    analyzer.onEvent<LogEvent>(core.EventType.LogEvent, keep);
    analyzer.onEvent<EngineLogEvent>(core.EventType.EngineLogEvent, keep);
    await analyzer.addEnginePlugin(await engine.load());
    if (!analyzer.getEngineNames().includes(engine.name)) throw notStarted(engine, problems);
    const workspace = await analyzer.createWorkspace([...files]);
    const rules = await analyzer.selectRules([...engine.selectors], { workspace });
    if (rules.getCount() === 0 && problems.length > 0) throw notStarted(engine, problems);
    const found = await run(() => analyzer.run(rules, { workspace }), problems);
    return [
      ...found.map((violation) => plain(root, violation)),
      ...problems.map((text) => failureOf(root, engine, text)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function notStarted(engine: Engine, problems: readonly string[]): Error {
  const reason = problems.join('\n') || `its package ${engine.module} does not bring it`;
  return new Error(`The security engine ${engine.name} cannot start (pmd, cpd and sfge need Java 17): ${reason}`);
}

/** A result that Code Analyzer itself refuses is as much a failure as an engine that breaks. */
async function run(
  start: () => Promise<{ getViolations(): CoreViolation[] }>,
  problems: string[],
): Promise<CoreViolation[]> {
  try {
    return (await start()).getViolations();
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return [];
  }
}

function plain(root: string, violation: CoreViolation): Violation {
  const place = violation.getPrimaryLocation();
  const file = place.getFile();
  const rule = violation.getRule();
  const isFailure = file === undefined;
  return {
    engine: rule.getEngineName(),
    rule: isFailure ? ENGINE_FAILURE : rule.getName(),
    severity: rule.getSeverityLevel(),
    tags: rule.getTags(),
    file: isFailure ? PROJECT_FILE : relativeTo(root, file),
    line: place.getStartLine() ?? 1,
    column: place.getStartColumn() ?? 1,
    message: oneLine(violation.getMessage()),
  };
}

/** Where a failure is reported that concerns no single file. */
const PROJECT_FILE = 'sfdx-project.json';

/** Finds `<file>:<line>:<column>` or a plain path of the project in what an engine logged. */
function failureOf(root: string, engine: Engine, text: string): Violation {
  const escaped = root.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const place = new RegExp(`${escaped}[\\\\/]([^\\s:'"]+)(?::(\\d+):(\\d+))?`).exec(text);
  return {
    engine: engine.name,
    rule: ENGINE_FAILURE,
    severity: 1,
    tags: [],
    file: place?.[1]?.split(path.sep).join('/') ?? PROJECT_FILE,
    line: Number(place?.[2] ?? 1),
    column: Number(place?.[3] ?? 1),
    message: oneLine(text.replaceAll(root + path.sep, '')),
  };
}

const LONGEST_MESSAGE = 600;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
