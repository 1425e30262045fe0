/**
 * The kinds of error that the compiler decides from the project's own text and objects. What depends on members of
 * platform types is left to apex-ls: the library in the compiler's jar describes those types only in part.
 */
const CERTAIN: readonly RegExp[] = [
  // Text
  /^Unexpected (symbol|syntax error|token|<EOF>)/,
  /^Unrecognized symbol/,
  /^(Missing|Extra|Expecting) '/,
  /^Missing closing/,
  /^Illegal (integer|long|double|decimal|string literal)/,
  /^Invalid (identifier|string literal|Time|Date|DateTime) '/,
  /^Found (punctuation symbol|control character)/,
  /^Line breaks are not allowed/,
  // Names
  /^Identifier (name|type) is reserved/,
  /^Identifier (name is too long|cannot be a keyword)/,
  /^Duplicate (variable|field|modifier|field initialization|type parameter)/,
  /^(Method|Type name) already (defined|in use)/,
  // Types of assignments and results
  /^Illegal (assignment|conversion) from/,
  /^Missing return statement/,
  /^Void method must not return/,
  /^Condition expression must be of type Boolean/,
  /^(Logical|Inequality) operator/,
  /^Arithmetic expressions/,
  /^Incompatible types/,
  /^Operation instanceof is always/,
  /^Variables cannot be of type void/,
  /^Throw expression must be of type exception/,
  // Flow
  /^Unreachable statement/,
  /^(Continue|Break) statement must be in loop/,
  /^Final members can only be assigned/,
  // Classes
  /^Class .* must implement the (abstract )?method/,
  /^Abstract (classes cannot be constructed|methods cannot have a body)/,
  /^Method must (have a body|use the override keyword)/,
  /^@Override specified for non-overriding/,
  /^Non-virtual.* cannot be (overridden|extended)/,
  /^Cannot (reduce the visibility|override static)/,
  /^(Variable|Method|Type) is not visible/,
  /^Inner types are not allowed/,
  /^Classes extending Exception must have a name/,
  /^Annotation does not exist/,
  /^No such property, .*, defined on this annotation/,
  / can only be used on | is not allowed on .*(class|field|method|propert|local|parameter|interface|enum)/,
  /^Test (methods|setup method) must/,
  /^(Duplicate Trigger Usage|Trigger type isn't an SObject)/,
];

/** Whether an error with this message stands without knowing more of the platform. */
export function isCertain(message: string): boolean {
  return CERTAIN.some((kind) => kind.test(message));
}
