/** Exceptions as emitted code throws and catches them, with Apex stack lines. */
import { MAXIMUM_STACK_DEPTH } from '../../ambient.ts';
import { UnsupportedError, unsupported } from '../../unsupported.ts';
import { ApexException, exception, throwNull, UserException } from '../../runtime/values/exception.ts';

/** Maps places of emitted files to Apex; `emit/loader.ts` fills it. */
export interface StackMap {
  /** `Class.Foo.bar: line 12, column 1` of a JavaScript line, or `null` where it is none. */
  frame(file: string, line: number): { readonly text: string; readonly line: number } | null;
}

const FRAME = /\bapex\/([\w.]+):(\d+):\d+/g;

/** Apex frames of a JavaScript stack text, innermost first. */
export function apexFrames(stack: string | undefined, map: StackMap): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  for (const match of (stack ?? '').matchAll(FRAME)) {
    const frame = map.frame(match[1]!, Number(match[2]));
    if (frame) found.push(frame);
  }
  return found;
}

export function exceptionSupport(map: StackMap) {
  /** Gives an exception its Apex lines once. */
  function annotate(error: ApexException): void {
    if (error.apexStack !== null) return;
    const frames = apexFrames(error.stack, map);
    if (frames.length === 0) return;
    error.apexStack = frames.map((frame) => frame.text).join('\n');
    error.line = frames[0]!.line;
  }

  /** What a JavaScript error inside emitted code is: a stack that ran out is Apex's, anything else is a fault of the engine. */
  function translate(error: unknown): unknown {
    if (error instanceof ApexException) {
      annotate(error);
      return error;
    }
    if (error instanceof UnsupportedError)
      error.apexStack ??= apexFrames(error.stack, map)
        .map((frame) => frame.text)
        .join('\n');
    if (error instanceof RangeError && /call stack/i.test(error.message)) return depthExceeded();
    if (!(error instanceof TypeError) && !(error instanceof ReferenceError) && !(error instanceof RangeError))
      return error;
    const place = apexFrames(error.stack, map)[0]?.text ?? 'unknown place';
    return new Error(`Internal error of the local org at ${place}: ${error.message}`, { cause: error });
  }

  /** The exception of a catch; what Apex cannot catch is thrown on. */
  function caught(error: unknown): ApexException {
    const known = translate(error);
    if (known instanceof ApexException && !known.uncatchable) return known;
    throw known;
  }

  return { unsupported, caught, annotate, translate, isCatchable, npe: throwNull, initException, UserException };
}

function isCatchable(error: unknown): boolean {
  return error instanceof ApexException && !error.uncatchable;
}

/** The built-in constructors of exceptions on an object that exists: (), (String), (Exception), (String, Exception). */
function initException(target: ApexException, args: readonly (string | ApexException | null)[]): ApexException {
  const [first = null, second = null] = args;
  if (first instanceof ApexException) {
    target.cause = first;
    target.message = first.message;
  } else if (args.length > 0) target.message = first;
  if (second instanceof ApexException) target.cause = second;
  return target;
}

export function depthExceeded(): ApexException {
  return exception('LimitException', `Maximum stack depth reached: ${MAXIMUM_STACK_DEPTH + 1}`);
}
