/** Fields and functions as typed SQL expressions. */
import type { FieldType } from '../schema/model.ts';
import type { FunctionCall, Operand } from './ast.ts';
import { SOQL_FUNCTIONS, UNSUPPORTED_FUNCTIONS } from './functions.ts';
import type { AggregateFunction, DateFunction } from './functions.ts';
import type { Clause, Scope } from './scope.ts';
import type { Emit, TypedSql } from './statement.ts';
import { zoneSteps } from './zone.ts';

/** A field or function; aggregates are allowed where the query groups. */
export function operandSql(scope: Scope, operand: Operand, clause: Clause, aggregates: boolean): TypedSql {
  return operand.kind === 'path' ? scope.field(operand, clause) : callSql(scope, operand, clause, aggregates);
}

/** As written, for messages and to match SELECT with GROUP BY. */
export function operandText(operand: Operand): string {
  if (operand.kind === 'path') return operand.names.join('.');
  return `${operand.name}(${operand.argument === null ? '' : operandText(operand.argument)})`;
}

function callSql(scope: Scope, call: FunctionCall, clause: Clause, aggregates: boolean): TypedSql {
  const { errors } = scope.statement;
  const definition = SOQL_FUNCTIONS.get(call.name);
  if (definition === undefined)
    throw errors.unsupported(`The function ${call.name}`, call.at, UNSUPPORTED_FUNCTIONS.get(call.name));
  if (definition.kind === 'zone') return zoned(scope, call, clause);
  if (definition.kind === 'grouping')
    throw errors.malformed('GROUPING is allowed with GROUP BY ROLLUP or CUBE alone', call.at);
  if (definition.kind === 'aggregate') {
    if (!aggregates) throw errors.malformed(`Aggregate function ${operandText(call)} is not allowed here`, call.at);
    return aggregateSql(scope, call, definition, clause);
  }
  if (definition.kind === 'date') return dateSql(scope, call, definition, clause);
  if (call.name === 'TOLABEL') return labelSql(scope, call, clause);
  throw errors.malformed(`The function ${call.name} is allowed in SELECT alone`, call.at);
}

function argumentOf(scope: Scope, call: FunctionCall, clause: Clause): TypedSql {
  if (call.argument === null) throw scope.statement.errors.malformed(`unexpected token: ')'`, call.at);
  return operandSql(scope, call.argument, clause, false);
}

function aggregateSql(scope: Scope, call: FunctionCall, definition: AggregateFunction, clause: Clause): TypedSql {
  if (call.argument === null) return { emit: () => 'COUNT(*)', type: 'int', name: 'COUNT', field: null };
  const argument = argumentOf(scope, call, clause);
  if (argument.field?.isLongText === true || (definition.takes !== null && !definition.takes.has(argument.type))) {
    throw scope.statement.errors.malformed(
      `field ${argument.name} does not support aggregate operator ${call.name}`,
      call.at,
    );
  }
  const type = definition.type(argument.type);
  return { emit: (run) => definition.sql(argument.emit(run)), type, name: argument.name, field: null };
}

function dateSql(scope: Scope, call: FunctionCall, definition: DateFunction, clause: Clause): TypedSql {
  const argument = argumentOf(scope, call, clause);
  if (!definition.takes.has(argument.type)) {
    throw scope.statement.errors.malformed(`field ${argument.name} does not support function ${call.name}`, call.at);
  }
  const emit: Emit = (run) => definition.sql(timeValue(argument.emit(run), argument.type));
  return { emit, type: definition.type, name: argument.name, field: null };
}

function timeValue(sql: string, type: FieldType): string {
  return type === 'datetime' ? `${sql} / 1000.0, 'unixepoch'` : sql;
}

function zoned(scope: Scope, call: FunctionCall, clause: Clause): TypedSql {
  const argument = argumentOf(scope, call, clause);
  if (argument.type !== 'datetime') {
    throw scope.statement.errors.malformed(`field ${argument.name} does not support function convertTimezone`, call.at);
  }
  const emit: Emit = (run) => {
    const value = argument.emit(run);
    run.params.push(zoneSteps(run.context.timeZone));
    return (
      `(${value} + (SELECT json_extract(value, '$[1]') FROM json_each(?) ` +
      `WHERE json_extract(value, '$[0]') <= ${argument.emit(run)} ORDER BY key DESC LIMIT 1))`
    );
  };
  return { ...argument, emit };
}

function labelSql(scope: Scope, call: FunctionCall, clause: Clause): TypedSql {
  const argument = argumentOf(scope, call, clause);
  const definition = SOQL_FUNCTIONS.get(call.name);
  if (argument.field === null || definition?.kind !== 'value' || !definition.takes(argument.field)) {
    throw scope.statement.errors.malformed(`field ${argument.name} does not support function toLabel`, call.at);
  }
  const cases = argument.field.picklistValues
    .map(({ value, label }) => ` WHEN ${sqlText(value)} THEN ${sqlText(label)}`)
    .join('');
  if (cases === '') return { ...argument, type: 'string' };
  const emit: Emit = (run) => {
    const column = argument.emit(run);
    return `(CASE ${column}${cases} ELSE ${column} END COLLATE NOCASE)`;
  };
  return { emit, type: 'string', name: argument.name, field: argument.field };
}

export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
