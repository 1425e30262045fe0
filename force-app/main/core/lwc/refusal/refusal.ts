import unknownError from '@salesforce/label/c.Refusal_Unknown';

/** Why something was not done. */
export interface Refusal {
  /** Stable code. */
  rule: string;
  /** Sentence for people. */
  text: string;
  /** API name of the field without namespace, or null. */
  field: string | null;
}

const UNEXPECTED = 'UNEXPECTED';

/** Reads the refusal from the error of an Apex call; what carries none becomes one with the rule UNEXPECTED. */
export function refusalOf(error: unknown): Refusal {
  const message = messageOf(error);
  return parsed(message) ?? { rule: UNEXPECTED, text: message || unknownError, field: null };
}

function messageOf(error: unknown): string {
  const { body, message } = (error ?? {}) as { body?: { message?: string }; message?: string };
  return body?.message ?? message ?? '';
}

function parsed(message: string): Refusal | undefined {
  try {
    const { rule, text, field } = JSON.parse(message) as Partial<Refusal>;
    return rule && text ? { rule, text, field: field ?? null } : undefined;
  } catch {
    return undefined;
  }
}
