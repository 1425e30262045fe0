/** Reads and checks event files: one JSON object a line, each valid by config/events.schema.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import type { SubscriberEvent } from './event.ts';

const SCHEMA = path.resolve(import.meta.dirname, '..', '..', 'config', 'events.schema.json');

export interface LineProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

type Check = (value: unknown) => string | null;

/** @returns a function that says what is wrong with an event, or `null` */
export function eventCheck(): Check {
  const ajv = new Ajv2020.default({ allErrors: false, strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return (value) => {
    if (validate(value)) return null;
    const error = validate.errors?.[0];
    return `${error?.instancePath === '' ? 'event' : (error?.instancePath ?? 'event')} ${error?.message ?? 'is not valid'}`;
  };
}

/** Splits a file's text into events and problems by line; empty lines are passed over. */
export function parseEventFile(text: string): { events: SubscriberEvent[]; problems: LineProblem[] } {
  const check = eventCheck();
  const events: SubscriberEvent[] = [];
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      problems.push({ line: index + 1, message: error instanceof Error ? error.message : String(error) });
      continue;
    }
    const problem = check(value);
    if (problem === null) events.push(value as SubscriberEvent);
    else problems.push({ line: index + 1, message: problem });
  }
  return { events, problems };
}
