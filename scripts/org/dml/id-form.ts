/** Ids come with 15 or 18 characters; the store keeps 18. */
import { toId18 } from '../store/index.ts';
import type { Id } from '../types.ts';

/** 18-character form, or `null` when the text is no id at all. */
export function toLongId(text: string): Id | null {
  return toId18(text) ?? null;
}
