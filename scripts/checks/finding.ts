/** What a gate reports: one place and one sentence. */
export interface Finding {
  /** Path relative to the project, forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly gate: string;
  readonly message: string;
}

export interface GateOutcome {
  readonly gate: string;
  /** What was looked at, for the summary line, for example `212 classes`. */
  readonly scope: string;
  readonly findings: readonly Finding[];
}

/** `file:line:column gate message`, the form editors make clickable. */
export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column} ${finding.gate} ${finding.message}`;
}
