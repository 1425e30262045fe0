import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';
import { decideByHand, strangeDecisions } from '../../../../scripts/org/apex/parse/decisions.ts';
import { STATEMENTS } from './decisions.cases.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..', '..');
/** ANTLR's exact mode. */
const LL = 1;

interface TreeNode {
  readonly symbol?: { readonly text: string };
  readonly children?: readonly TreeNode[];
}

class Listener extends ApexErrorListener {
  errors = 0;
  override apexSyntaxError(): void {
    this.errors += 1;
  }
}

function shapeOf(node: TreeNode): string {
  return node.symbol?.text ?? `${node.constructor.name}(${(node.children ?? []).map(shapeOf).join(' ')})`;
}

/** Tree of a class as text; null where it is not legal. */
function read(text: string, prepare: (parser: ApexParser) => void): string | null {
  const listener = new Listener();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = LL;
  prepare(parser);
  const tree = shapeOf(parser.compilationUnit() as unknown as TreeNode);
  return listener.errors === 0 ? tree : null;
}

test('every decision is the one that its number means in the installed grammar', () => {
  const { parser } = ApexParserFactory.createLexerAndParser('class Sample {}', new Listener());
  assert.deepEqual(strangeDecisions(parser), []);
});

for (const statement of STATEMENTS) {
  test(`reads as ANTLR does: ${statement}`, () => {
    const text = `class Sample { void run() { ${statement} } }`;
    assert.equal(
      read(text, decideByHand),
      read(text, () => undefined),
    );
  });
}

test('reads the package as ANTLR does', () => {
  for (const file of globSync('force-app/main/**/*.cls', { cwd: ROOT })) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    assert.equal(
      read(text, decideByHand),
      read(text, () => undefined),
      file,
    );
  }
});
