import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCaseFiles } from './find-case-files.js';
import { runCaseFile } from './run-case-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function failuresOf(yaml: string): Promise<readonly string[]> {
  const file = join(folder, 'case.yaml');
  await writeFile(file, yaml);
  return (await runCaseFile(file)).failures;
}

/** A case that holds, with one text replaced by another. */
function sample(replace = '', by = ''): string {
  return `kind: accrual
title: upkeep
period: 2026-07
house: { services: [{ code: upkeep, method: area, tariffs: [{ from: 2026-01-01, rate: 10.5 }] }] }
premises: [{ id: "1", area: 50 }, { id: "2", area: 33.3 }]
expect: [{ premises: "1", service: upkeep, amount: 525.00, volume: 50.0 }]
`.replace(replace, by);
}

describe('a case', () => {
  it('holds', async () => {
    expect(await failuresOf(sample())).toEqual([]);
  });

  it.each([
    ['525.00', '525.01', '1 upkeep individual: expected 525.01, got 525.00'],
    ['50.0 }]', '50.1 }]', '1 upkeep individual: expected volume 50.1, got 50.0'],
    ['area: 50 }', 'area: 0 }', 'premises 1 is parked: upkeep no-area {"area":"0"}'],
  ])('fails with expected and got when %p is %p', async (replace, by, failure) => {
    expect(await failuresOf(sample(replace, by))).toContain(failure);
  });

  it('holds in a house where another account is parked, unless it is exact', async () => {
    const yaml = sample('area: 33.3', 'area: 0');
    expect(await failuresOf(yaml)).toEqual([]);
    expect(await failuresOf(`${yaml}exact: true\n`)).toEqual(['premises 2 is parked: upkeep no-area {"area":"0"}']);
  });

  it('that is exact fails at a line that nothing expects', async () => {
    expect(await failuresOf(`${sample()}exact: true\n`)).toEqual([
      'expected no other line, got 2 upkeep individual = 349.65',
    ]);
  });

  it('that expects a refusal fails when there is a bill', async () => {
    const yaml = sample('expect: [{ premises: "1", service: upkeep, amount: 525.00, volume: 50.0 }]', 'expect: error');
    expect((await failuresOf(yaml))[0]).toMatch(/^expected to be refused, got 1 upkeep individual = 525\.00/);
    expect(await failuresOf(yaml.replace('2026-01-01', '2026-07-02'))).toEqual([]);
  });

  it.each([
    ['kind: accrual', 'kind: accruals', 'kind: unknown kind "accruals"'],
    ['kind: accrual\n', '', 'kind: must be a text'],
    ['kind: accrual', 'kind: penalty', 'period: unknown field'],
    ['method: area', 'method: heating', 'house.services[0].mode: is missing'],
    ['method: area', 'method: magic', 'house.services[0].method: unknown method "magic"'],
    ['period: 2026-07', 'period: 2026-13', 'period: "2026-13" is not a month such as 2026-07'],
    ['period: 2026-07\n', '', 'period: is missing'],
    ['rate: 10.5', 'rate: 1e3', 'house.services[0].tariffs[0].rate: "1e3" is not a number'],
    ['rate: 10.5', 'rate: 10.5, unit: m2', 'house.services[0].tariffs[0].unit: unknown field'],
    [
      'from: 2026-01-01',
      'from: 2026-02-30',
      'house.services[0].tariffs[0].from: "2026-02-30" is not a day such as 2026-07-15',
    ],
    ['code: upkeep,', 'code: upkeep, norms: [],', 'house.services[0].norms: unknown field'],
    ['premises: [{', 'premises: [{ colour: red,', 'premises[0].colour: unknown field'],
    ['premises: [', 'premises: { a: [', 'malformed YAML'],
    [
      '{ premises: "1", service: upkeep',
      '{ premises: "3", service: upkeep',
      'expect[0].premises: there is no premises "3"',
    ],
    [
      '{ premises: "1", service: upkeep',
      '{ premises: "1", service: upkep',
      'expect[0].service: there is no service "upkep"',
    ],
    ['amount: 525.00, volume: 50.0', 'part: individual', 'expect[0]: expects neither amount nor volume'],
    ['title: upkeep', 'title: upkeep\ntitle: twice', 'malformed YAML'],
  ])('with %p for %p fails, naming the field', async (replace, by, failure) => {
    expect((await failuresOf(sample(replace, by)))[0]).toContain(failure);
  });

  it('that can’t be read fails', async () => {
    expect((await runCaseFile(join(folder, 'nowhere.yaml'))).failures).toHaveLength(1);
    expect(await failuresOf('')).toEqual(['the file: must be a map']);
    expect(await failuresOf('- a\n- b\n')).toEqual(['the file: must be a map']);
  });
});

describe('findCaseFiles', () => {
  it('finds YAML files to any depth, by name, and misses nothing silently', async () => {
    const files = await findCaseFiles(folder);
    expect(files).toEqual([join(folder, 'case.yaml')]);
    await expect(findCaseFiles(join(folder, 'nowhere'))).rejects.toThrow('there is no file or folder');
  });
});
