/** Formats a generated page as the project's formatter would, so that the format check has nothing to say. */
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

/** @param file path of the page inside the project */
export async function formatPage(root: string, file: string, text: string): Promise<string> {
  const filepath = path.join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
