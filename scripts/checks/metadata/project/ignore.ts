/** `.forceignore`: what a deploy leaves out, this gate leaves out. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A test for paths relative to the project, by the rules of gitignore files. */
export function ignoreRules(root: string): (file: string) => boolean {
  const file = path.join(root, '.forceignore');
  if (!existsSync(file)) return () => false;
  const rules = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }));
  return (wanted) => {
    let ignored = false;
    for (const { keeps, pattern } of rules) if (pattern.test(wanted)) ignored = !keeps;
    return ignored;
  };
}

function patternOf(rule: string): RegExp {
  const trimmed = rule.replace(/\/+$/, '').replace(/^\.\//, '/');
  const anchored = trimmed.replace(/^\/+/, '').includes('/') || trimmed.startsWith('/');
  const body = trimmed
    .replace(/^\/+/, '')
    .split(/(\*\*\/|\/\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '/**') return '/.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}(?:/.*)?$`);
}
