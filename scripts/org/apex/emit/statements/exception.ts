/** try, catch, finally, throw. Limits and failed assertions pass every catch and every finally. */
import type { CatchClauseContext, ThrowStatementContext, TryStatementContext } from '@apexdevtools/apex-parser';
import { requireType } from '../../declare/members.ts';
import { qualifiedReference } from '../../declare/type-reference.ts';
import { fail } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';

export function tryStatement(emitter: Emitter, node: TryStatementContext): void {
  const clauses = node.catchClause_list();
  const last = node.finallyBlock();
  if (clauses.length === 0 && !last) fail('Try block must have at least one catch block or a finally block', node);
  const runs = emitter.freshName('runs');
  emitter.line(node, last ? `let ${runs}=true;try{` : 'try{');
  if (last && clauses.length > 0) emitter.plain('try{');
  emitter.block(node.block());
  if (clauses.length > 0) catchClauses(emitter, clauses);
  if (!last) return;
  const error = emitter.freshName('error');
  emitter.plain(`}catch(${error}){${runs}=$.isCatchable(${error});throw ${error};`);
  emitter.plain(`}finally{if(${runs}){`, last);
  emitter.block(last.block());
  emitter.plain('}}');
}

function catchClauses(emitter: Emitter, clauses: readonly CatchClauseContext[]): void {
  const error = emitter.freshName('error');
  emitter.plain(`}catch(${error}){${error}=$.caught(${error});`);
  const seen = new Set<string>();
  for (const [at, clause] of clauses.entries()) {
    const type = requireType(emitter.world, qualifiedReference(clause.qualifiedName()), emitter.model, clause);
    if (!emitter.world.isException(type)) fail(`Catch block variable must be of type exception: ${type}`, clause);
    if (seen.has(type)) fail(`Exception type already caught: ${type}`, clause);
    seen.add(type);
    emitter.unit.mention(type);
    emitter.scoped(() => {
      const local = emitter.declare(clause.id().getText(), type, clause);
      emitter.plain(
        `${at === 0 ? '' : 'else '}if($.isInstance(${error},${JSON.stringify(type)})){let ${local.js}=${error};`,
        clause,
      );
      emitter.block(clause.block());
      emitter.plain('}');
    });
  }
  emitter.plain(`else throw ${error};}`);
}

export function throwStatement(emitter: Emitter, node: ThrowStatementContext): void {
  const value = emitter.expression(node.expression());
  if (!emitter.world.isException(value.type)) fail(`Throw expression must be of type exception: ${value.type}`, node);
  emitter.line(node, `throw ${value.nonNull ? value.js : `(${value.js}??$.npe())`};`);
}
