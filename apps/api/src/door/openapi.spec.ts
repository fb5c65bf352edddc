import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeOffline } from '../describe-offline.js';
import type { OpenApiDocument } from './openapi.js';
import { workspaceRoot } from './static-apps.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: string[];
  readonly security?: object[];
  readonly responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>;
  readonly 'x-access'?: string;
}

describe('the OpenAPI document', () => {
  let document: OpenApiDocument;
  let operations: { where: string; operation: Operation }[];

  beforeAll(async () => {
    document = JSON.parse(JSON.stringify(await describeOffline())) as OpenApiDocument;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        where: `${method} ${path}`,
        operation,
      })),
    );
  });

  it('is the one that is committed; else run node dist/apps/api/src/write-openapi.js', () => {
    const committed: unknown = JSON.parse(readFileSync(join(workspaceRoot(), 'apps/api/openapi.json'), 'utf8'));
    expect(document).toEqual(committed);
  });

  it('is OpenAPI 3.1 without anything of 3.0', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('says of every operation what it does, who may and what it answers', () => {
    for (const { where, operation } of operations) {
      expect({ where, told: Boolean(operation.summary && operation.tags?.length && operation['x-access']) }).toEqual({
        where,
        told: true,
      });
      expect({ where, secured: operation.security?.length === 1 }).toEqual({
        where,
        secured: operation['x-access'] !== 'public',
      });
      const done = Object.keys(operation.responses).find((status) => status.startsWith('2'))!;
      const answers = ['202', '204'].includes(done) || operation.responses[done]!.content !== undefined;
      expect({ where, answers }).toEqual({ where, answers: true });
    }
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('tells of every refusal as a problem', () => {
    for (const { where, operation } of operations.filter(({ where }) => where.includes('/api/')))
      for (const [status, { content }] of Object.entries(operation.responses).filter(
        ([status]) => !status.startsWith('2'),
      ))
        expect({ where, status, as: Object.keys(content ?? {}) }).toEqual({
          where,
          status,
          as: ['application/problem+json'],
        });
  });

  it('refers to nothing that is not there', () => {
    const schemas = Object.keys(document.components!.schemas!);
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(schemas).toContain(name);
  });
});
