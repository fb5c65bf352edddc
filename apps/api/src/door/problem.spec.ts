import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@dvor/kernel';
import { fillText } from './fill-text.js';
import { readAcceptLanguage } from './language.js';
import { isUnexpected, problemOf } from './problem.js';

describe('a problem', () => {
  it('fills its text from the error’s details, in the reader’s language', () => {
    const error = new DomainError('run.earlier-month-open', { period: '2026-11', open: '2026-10' });
    expect(problemOf(error, 'ru', 'id')).toEqual({
      type: 'urn:dvor:problem:run.earlier-month-open',
      title: 'Сейчас это невозможно',
      status: 409,
      detail: 'Сначала закройте октябрь 2026; за ноябрь 2026 считать рано.',
      code: 'run.earlier-month-open',
      details: { period: '2026-11', open: '2026-10' },
      traceId: 'id',
    });
    expect(problemOf(error, 'en', 'id').detail).toBe(
      'Close October 2026 first; it is too early to bill November 2026.',
    );
  });

  it('gives away nothing of an error that nobody foresaw', () => {
    const error = Object.assign(new Error('password authentication failed for user "dvor_api"'), { code: '28P01' });
    expect(problemOf(error, 'ru', 'id')).toMatchObject({ status: 500, code: 'unexpected', traceId: 'id' });
    expect(JSON.stringify(problemOf(error, 'ru', 'id'))).not.toContain('dvor_api');
    expect([
      isUnexpected(error),
      isUnexpected(new DomainError('nobody-listed-it')),
      isUnexpected(new NotFoundException()),
    ]).toEqual([true, true, false]);
  });

  it('keeps the status of the framework’s own refusals', () => {
    expect(problemOf(new NotFoundException('Cannot GET /x'), 'en', 'id')).toMatchObject({
      status: 404,
      detail: 'There is no such address.',
    });
    expect(problemOf(new BadRequestException(), 'en', 'id').status).toBe(400);
    expect(problemOf({ status: 413, expose: true }, 'en', 'id').code).toBe('http.too-large');
    expect(problemOf({ status: 404 }, 'en', 'id').status).toBe(500);
  });
});

describe('a text', () => {
  it('writes months, days and money as the reader does', () => {
    const details = { period: '2026-10', day: '2026-10-31', sum: '1234.50' };
    expect(fillText('{period:month} {day:date} {sum:money}', details, 'ru').replaceAll(/\s/g, ' ')).toBe(
      'октябрь 2026 31.10.2026 1 234,50 ₽',
    );
    expect(fillText('{period:month} {day:date}', details, 'en')).toBe('October 2026 31/10/2026');
  });

  it('leaves out what is missing', () => {
    expect(fillText('Нельзя ({permission}).', {}, 'ru')).toBe('Нельзя.');
  });
});

describe('the reader’s language', () => {
  it.each([
    ['', 'ru'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
    ['ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'],
    ['de,en;q=0.5', 'en'],
    ['ru;q=0.1, en;q=0.2', 'en'],
    ['en;q=0', 'ru'],
    ['*', 'ru'],
    ['; drop', 'ru'],
  ])('of "%s" is %s', (header, language) => {
    expect(readAcceptLanguage(header)).toBe(language);
  });
});
