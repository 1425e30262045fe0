/** Names Apex keeps for itself and the grammar lets through. */

const RESERVED = new Set(
  (
    'abstract activate and any array as asc autonomous begin bigdecimal blob break bulk byte case cast catch char class collect commit const continue ' +
    'default delete desc do else end enum exit export extends false final finally float for from global goto group having hint if implements ' +
    'import in inner insert instanceof int interface into join limit loop merge new not null nulls number of on or outer override package ' +
    'parallel pragma private protected public retrieve return rollback select short sort static super switch synchronized testmethod then ' +
    'this throw transaction trigger true try undelete update upsert using virtual void webservice when where while'
  ).split(' '),
);

export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}
