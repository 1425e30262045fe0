/** Table of statement nodes. A node that is not here fails by name. */
import * as Apex from '@apexdevtools/apex-parser';
import type { StatementContext } from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import {
  block,
  breakStatement,
  continueStatement,
  doWhileStatement,
  expressionStatement,
  forStatement,
  ifStatement,
  localDeclaration,
  returnStatement,
  whileStatement,
} from './control.ts';
import { merge, runAs, simpleDml, upsert } from './dml.ts';
import { throwStatement, tryStatement } from './exception.ts';
import { switchStatement } from './switch.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table pairs each node class with the visitor of that class
type Visitor = (emitter: Emitter, node: any) => void;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of unlike nodes
type NodeClass = abstract new (...args: any[]) => object;

function entry<T extends NodeClass>(
  node: T,
  visit: (emitter: Emitter, node: InstanceType<T>) => void,
): [NodeClass, Visitor] {
  return [node, visit];
}

const STATEMENTS = new Map<NodeClass, Visitor>([
  entry(Apex.BlockContext, block),
  entry(Apex.LocalVariableDeclarationStatementContext, localDeclaration),
  entry(Apex.ExpressionStatementContext, expressionStatement),
  entry(Apex.IfStatementContext, ifStatement),
  entry(Apex.SwitchStatementContext, switchStatement),
  entry(Apex.ForStatementContext, forStatement),
  entry(Apex.WhileStatementContext, whileStatement),
  entry(Apex.DoWhileStatementContext, doWhileStatement),
  entry(Apex.TryStatementContext, tryStatement),
  entry(Apex.ReturnStatementContext, returnStatement),
  entry(Apex.ThrowStatementContext, throwStatement),
  entry(Apex.BreakStatementContext, breakStatement),
  entry(Apex.ContinueStatementContext, continueStatement),
  entry(Apex.InsertStatementContext, simpleDml('insert')),
  entry(Apex.UpdateStatementContext, simpleDml('update')),
  entry(Apex.DeleteStatementContext, simpleDml('delete')),
  entry(Apex.UndeleteStatementContext, simpleDml('undelete')),
  entry(Apex.UpsertStatementContext, upsert),
  entry(Apex.MergeStatementContext, merge),
  entry(Apex.RunAsStatementContext, runAs),
]);

export function visitStatement(emitter: Emitter, node: StatementContext): void {
  const inner = node.getChild(0) as unknown as object;
  const visit = STATEMENTS.get(inner.constructor as NodeClass);
  if (!visit) fail(`Statements of kind ${inner.constructor.name} are not supported by the local org`, node);
  visit(emitter, inner);
}
