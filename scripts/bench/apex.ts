/** A process of its own that measures the Apex compiler and what it makes. */
import path from 'node:path';
import { apexCompiler } from '../org/apex/compiler.ts';
import type { ApexSource } from '../org/apex/contract.ts';
import { openLocalOrg } from '../org/index.ts';
import type { LocalOrg } from '../org/index.ts';
import type { MetadataComponent } from '../org/types.ts';
import { LOOPS, apexClass, copyOf, linesOf, readParts, trivialTests } from './apex-sources.ts';
import type { Loop, PackageParts } from './apex-sources.ts';
import { atLeast, atMost } from './figure.ts';
import type { Figure } from './figure.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const API_VERSION = 66;
const MANY_LINES = 50_000;
const MANY_TESTS = 1_000;
const ROUNDS = 5;
const CALLS = 2_000;
const CALL_ROUNDS = 1_000;

function deploy(local: LocalOrg, components: readonly MetadataComponent[]): number {
  const start = performance.now();
  const { problems } = local.org.deployMetadata(components);
  if (problems.length > 0) throw new Error(`The bench's own code was refused: ${JSON.stringify(problems[0])}`);
  return performance.now() - start;
}

function compilerFigures(parts: PackageParts): Figure[] {
  const local = openLocalOrg();
  try {
    deploy(
      local,
      parts.metadata.filter((one) => ['CustomObject', 'CustomLabels', 'CustomPermission'].includes(one.type)),
    );
    const sources = parts.classes.map((one): ApexSource => ({
      kind: 'class',
      name: one.fullName,
      text: one.content,
      apiVersion: API_VERSION,
    }));
    const lines = linesOf(parts.classes);
    const rate = (): number => {
      const start = performance.now();
      const { problems } = apexCompiler.compile(sources, local.org.schema);
      if (problems.length > 0) throw new Error(`The package does not compile: ${JSON.stringify(problems[0])}`);
      return (lines * 1000) / (performance.now() - start);
    };
    const cold = rate();
    rate();
    const warm = Math.max(rate(), rate());
    const detail = `${lines} lines of the package`;
    return [
      atLeast('Apex compiled, first in a process', cold, 'lines/s', 6_000, detail),
      atLeast('Apex compiled, warm', warm, 'lines/s', 15_000, detail),
    ];
  } finally {
    local.close();
  }
}

/** The fastest of a few runs: the first ones are the engine warming up. */
function best(measure: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, measure));
}

function loopFigures(): Figure[] {
  const local = openLocalOrg();
  try {
    const methods = LOOPS.map(
      (loop, index) => `public static Long loop${index}(Integer rounds) {
        Long start = System.currentTimeMillis();
        ${loop.apex}
        return System.currentTimeMillis() - start + (result == 1 ? 1 : 0);
      }`,
    );
    deploy(local, [apexClass('BenchLoops', `public class BenchLoops {\n${methods.join('\n')}\n}`)]);
    return LOOPS.map((loop, index) => loopFigure(local, loop, index));
  } finally {
    local.close();
  }
}

function loopFigure(local: LocalOrg, loop: Loop, index: number): Figure {
  const apex = (): number => {
    const text = `System.debug('BENCH ' + BenchLoops.loop${index}(${loop.rounds}));`;
    const outcome = local.org.runAnonymous(text, local.adminId);
    if (!outcome.success) throw new Error(`${loop.name}: ${outcome.exceptionMessage ?? outcome.compileProblem ?? ''}`);
    return Number(/BENCH (\d+)/.exec(outcome.log)?.[1] ?? NaN);
  };
  const script = (): number => {
    const start = performance.now();
    if (!Number.isInteger(loop.run(loop.rounds))) throw new Error(`${loop.name} came to nothing.`);
    return performance.now() - start;
  };
  // V8 compiles a function well after many calls; one long loop in its first call may stay with a lesser compiler.
  local.org.runAnonymous(
    `for (Integer call = 0; call < ${CALLS}; call++) { BenchLoops.loop${index}(${CALL_ROUNDS}); }`,
    local.adminId,
  );
  for (let call = 0; call < CALLS; call++) loop.run(CALL_ROUNDS);
  const [inApex, inScript] = [best(apex), best(script)];
  const detail = `${inApex.toFixed(0)} against ${inScript.toFixed(0)} ms, limits on`;
  return atMost(`${loop.name}, times the same in JavaScript`, inApex / inScript, 'x', 3, detail);
}

function testFigure(): Figure {
  const local = openLocalOrg();
  try {
    deploy(local, trivialTests(MANY_TESTS));
    const { results, ms } = local.org.runTests();
    const passed = results.filter((one) => one.outcome === 'Pass').length;
    return atMost('1,000 trivial Apex tests', ms / 1000, 's', 2, `${passed} passed`);
  } finally {
    local.close();
  }
}

function sizeFigures(parts: PackageParts): Figure[] {
  const copies: MetadataComponent[] = [];
  for (let copy = 2; linesOf([...parts.classes, ...copies]) < MANY_LINES; copy++)
    copies.push(...copyOf(parts.classes, `X${copy}`));
  const local = openLocalOrg();
  try {
    const ms = deploy(local, [...parts.metadata, ...parts.classes, ...parts.triggers, ...copies]);
    const detail = `${linesOf([...parts.classes, ...copies])} lines, ${parts.classes.length + copies.length} classes`;
    const memory = process.resourceUsage().maxRSS / 1024;
    return [
      atMost('Deploy of 50,000 lines', ms / 1000, 's', 20, detail),
      atMost('Memory of that deploy, at most', memory, 'MB', 1536, 'the whole process'),
    ];
  } finally {
    local.close();
  }
}

const parts = await readParts(ROOT);
const what = process.argv[2];
const figures = what === 'size' ? sizeFigures(parts) : [...compilerFigures(parts), ...loopFigures(), testFigure()];
console.log(JSON.stringify(figures));
