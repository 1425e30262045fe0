/**
 * Whether a statement can run to its end: what `Missing return statement` and `Unreachable statement` ask. Apex takes every loop for
 * one that ends, `while (true)` too.
 */
import type { BlockContext, StatementContext } from '@apexdevtools/apex-parser';

export function blockCompletes(block: BlockContext): boolean {
  return block.statement_list().every(completes);
}

export function completes(node: StatementContext): boolean {
  if (node.returnStatement() || node.throwStatement() || node.breakStatement() || node.continueStatement())
    return false;
  const block = node.block();
  if (block) return blockCompletes(block);
  const condition = node.ifStatement();
  if (condition) return !condition.ELSE() || condition.statement_list().some(completes);
  const choice = node.switchStatement();
  if (choice) {
    const whens = choice.whenControl_list();
    return !whens.some((each) => each.whenValue().ELSE()) || whens.some((each) => blockCompletes(each.block()));
  }
  const attempt = node.tryStatement();
  if (attempt) {
    const last = attempt.finallyBlock();
    if (last && !blockCompletes(last.block())) return false;
    return blockCompletes(attempt.block()) || attempt.catchClause_list().some((each) => blockCompletes(each.block()));
  }
  const run = node.runAsStatement();
  if (run) return blockCompletes(run.block());
  return true;
}
