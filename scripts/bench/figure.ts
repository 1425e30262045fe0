/** One measured figure beside what is wanted of it, and its line in the report. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Text of the target, for example `at most 5 s`. */
  readonly target: string;
  readonly met: boolean;
  /** What the figure was made of. */
  readonly detail?: string;
}

/** A figure that must not be larger than `most`. */
export function atMost(name: string, value: number, unit: string, most: number, detail?: string): Figure {
  return {
    name,
    value,
    unit,
    target: `at most ${most} ${unit}`,
    met: value <= most,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A figure that must not be smaller than `least`. */
export function atLeast(name: string, value: number, unit: string, least: number, detail?: string): Figure {
  return {
    name,
    value,
    unit,
    target: `at least ${least} ${unit}`,
    met: value >= least,
    ...(detail === undefined ? {} : { detail }),
  };
}

const NAME_WIDTH = 42;
const VALUE_WIDTH = 12;
const TARGET_WIDTH = 18;

export function figureLine(figure: Figure): string {
  const digits = figure.value >= 100 ? 0 : figure.value >= 10 ? 1 : 2;
  const value = `${figure.value.toFixed(digits)} ${figure.unit}`;
  const line =
    figure.name.padEnd(NAME_WIDTH) + value.padStart(VALUE_WIDTH) + `   ${figure.target.padEnd(TARGET_WIDTH)}`;
  return `${line} ${figure.met ? 'met   ' : 'MISSED'}  ${figure.detail ?? ''}`.trimEnd();
}
