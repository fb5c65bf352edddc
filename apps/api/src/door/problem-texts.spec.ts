import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEM_PARTS, PROBLEM_TEXTS, STATUS_TEXTS, TITLES } from './problem-texts.js';
import type { ProblemText } from './problem-texts/problem-text.js';
import { workspaceRoot } from './static-apps.js';

const TEXTS: Readonly<Record<string, ProblemText>> = PROBLEM_TEXTS;

describe('problem texts', () => {
  it('know every code that libs and apps throw', () => {
    const missing = [...codesInSources()].filter(([code]) => !TEXTS[code]).map(([code, file]) => `${code} (${file})`);
    expect(missing).toEqual([]);
  });

  it('tell each code in one part only', () => {
    const told = PROBLEM_PARTS.flatMap((part) => Object.keys(part));
    expect(told.filter((code, at) => told.indexOf(code) !== at)).toEqual([]);
    expect(told).toEqual(Object.keys(PROBLEM_TEXTS));
  });

  it('speak both languages, name the same details in each and have a title', () => {
    for (const [code, { status, ru, en }] of Object.entries(TEXTS)) {
      expect({ code, names: namesIn(ru) }).toEqual({ code, names: namesIn(en) });
      expect({ code, ru: /[а-яё]/i.test(ru), en: /[а-яё]/i.test(en) }).toEqual({ code, ru: true, en: false });
      expect({ code, title: TITLES[status] !== undefined }).toEqual({ code, title: true });
    }
    for (const status of Object.keys(STATUS_TEXTS)) expect(['405', '415', ...Object.keys(TITLES)]).toContain(status);
  });
});

/** What is thrown by a literal, and what a docstring says is thrown: that names the codes that travel in variables. */
function codesInSources(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const file of sources()) {
    const text = readFileSync(file, 'utf8');
    for (const [, code] of text.matchAll(/new DomainError(?:<[^>]*>)?\(\s*'([^']+)'/g)) codes.set(code!, file);
    for (const [, told] of text.matchAll(/@throws DomainError ([^]*?)\*\//g))
      for (const [, code] of told!.matchAll(/`([a-z-]+[.-][a-z.-]+)`/g)) codes.set(code!, file);
  }
  return codes;
}

function sources(): string[] {
  return ['libs', 'apps'].flatMap((part) =>
    readdirSync(join(workspaceRoot(), part), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          entry.name.endsWith('.ts') &&
          !entry.name.includes('.spec.') &&
          !/node_modules|[/\\]dist[/\\]?/.test(entry.parentPath),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!))].sort();
}
