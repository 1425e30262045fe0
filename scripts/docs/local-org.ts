/** `npm run docs`: writes the page about the local org. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatPage } from './format-page.ts';
import { localOrgPage, PAGE_FILE } from './local-org-page.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
writeFileSync(path.join(root, PAGE_FILE), await formatPage(root, PAGE_FILE, localOrgPage()));
console.log(`Written: ${PAGE_FILE}`);
