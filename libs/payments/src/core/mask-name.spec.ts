import { describe, expect, it } from '@jest/globals';
import { maskName } from './mask-name.js';

describe('a masked name', () => {
  it.each([
    ['Иванова Анна Петровна', 'И****** А*** П.'],
    [' Ким  Ён ', 'К** Ё*'],
    ['Мамедов Али Гасан оглы', 'М****** А** Г. о.'],
    ['ООО «Ромашка»', 'О** «********'],
    ['', ''],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});
