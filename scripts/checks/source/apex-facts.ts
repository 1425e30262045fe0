/** What the gates need to know of one Apex file; plain data, so that it can be kept by content. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface TypeFact extends Place {
  /** `Outer` or `Outer.Inner`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly hasSharing: boolean;
  readonly isTest: boolean;
  readonly extends: string | null;
  readonly implements: readonly string[];
  /** Type text by name of field or property. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface MethodFact extends Place {
  /** Owning type, as in `TypeFact.name`; empty for the body of a trigger. */
  readonly type: string;
  readonly name: string;
  readonly isStatic: boolean;
  readonly returns: string;
  /** Annotations in lower case, for example `auraenabled(cacheable=true)`. */
  readonly annotations: readonly string[];
  /** Type text by name of parameter or local variable. */
  readonly variables: Readonly<Record<string, string>>;
  readonly calls: readonly CallFact[];
}

/** One call as the way to its receiver: `['new Elevated', 'read()']`, `['LicenseService', 'change()']`, `['run()']`. */
export type CallFact = readonly string[];

/** A run of query text that stands in one piece in the source. */
export interface Segment extends Place {
  /** Offset in the query text where it begins. */
  readonly start: number;
}

export interface QueryFact extends Place {
  readonly text: string;
  readonly kind: 'query' | 'search';
  readonly isDynamic: boolean;
  /** Dynamic queries: whether an access level is given to the call. */
  readonly hasMode: boolean;
  /** Index in `methods`; -1 in a field's initial value. */
  readonly method: number;
  readonly segments: readonly Segment[];
}

export interface WriteFact extends Place {
  /** Such as `insert` or `Database.update`. */
  readonly name: string;
  readonly hasMode: boolean;
  readonly method: number;
}

export interface ReferenceFact extends Place {
  /** Type name as written, without type arguments: `LicenseService`, `RestDoor.Operation`. */
  readonly name: string;
}

export interface ApexFacts {
  readonly kind: 'class' | 'trigger';
  /** False where the file does not parse; the compiler gates report that. */
  readonly isParsed: boolean;
  readonly types: readonly TypeFact[];
  readonly methods: readonly MethodFact[];
  readonly queries: readonly QueryFact[];
  readonly writes: readonly WriteFact[];
  readonly references: readonly ReferenceFact[];
}
