/** The part of formulon that the second opinion uses; the package ships no types. */
declare module 'formulon' {
  export interface Literal {
    readonly type: 'literal';
    readonly dataType: string;
    readonly value: unknown;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  export interface Failure {
    readonly type: 'error';
    readonly errorType: string;
    readonly message: string;
  }
  const formulon: {
    parse(formula: string, values: Readonly<Record<string, Literal>>): Literal | Failure;
    extract(formula: string): readonly string[];
  };
  export default formulon;
}
