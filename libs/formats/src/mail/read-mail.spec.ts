import { describe, expect, it } from '@jest/globals';
import { encodeCyrillic } from '../cyrillic-encodings.js';
import { readMail } from './read-mail.js';

const mail = (headers: readonly string[], body: string | Uint8Array) =>
  Buffer.concat([
    Buffer.from(
      ['From: "Ivanova" <Ivanova@Post.example>', 'Message-ID: <1@post.example>', ...headers, '', ''].join('\r\n'),
    ),
    typeof body === 'string' ? Buffer.from(body) : body,
  ]);
const encoded = (text: string, encoding: 'windows-1251') => {
  const bytes = encodeCyrillic(text, encoding);
  if (!bytes.ok) throw new Error(bytes.character);
  return bytes.bytes;
};
const KOI8 = Buffer.from([0xe8, 0xf7, 0xf3]); // ХВС

describe('a raw letter', () => {
  it('is read with its sender, subject and words, in windows-1251', async () => {
    const subject = Buffer.from(encoded('Показания', 'windows-1251')).toString('base64');
    const headers = [
      `Subject: =?windows-1251?B?${subject}?=`,
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: 8bit',
    ];
    expect(await readMail(mail(headers, encoded('ХВС 123\r\n\r\n-- \r\nИванова', 'windows-1251')))).toEqual({
      ...{ id: '<1@post.example>', from: 'ivanova@post.example', subject: 'Показания', text: 'ХВС 123' },
      ...{ isAutomatic: false, attachments: [] },
    });
  });

  it('is read in koi8-r and in quoted-printable', async () => {
    const headers = [
      `Subject: =?koi8-r?B?${KOI8.toString('base64')}?=`,
      'Content-Type: text/plain; charset=koi8-r',
      'Content-Transfer-Encoding: quoted-printable',
    ];
    const { subject, text } = await readMail(mail(headers, '=E8=F7=F3 =\r\n123,4'));
    expect([subject, text]).toEqual(['ХВС', 'ХВС 123,4']);
  });

  it('of several parts gives its words and what is attached', async () => {
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const body = [
      '--b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'ГВС 45',
      '--c',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>ГВС <b>45</b></p>',
      '--c--',
      '--b',
      'Content-Type: image/jpeg',
      'Content-Disposition: attachment; filename="=?utf-8?B?0YHRh9GR0YLRh9C40LouanBn?="',
      'Content-Transfer-Encoding: base64',
      '',
      photo.toString('base64'),
      '--b--',
    ].join('\r\n');
    const read = await readMail(mail(['Content-Type: multipart/mixed; boundary=b'], body));
    expect(read.text).toBe('ГВС 45');
    expect(read.attachments).toEqual([{ name: 'счётчик.jpg', mediaType: 'image/jpeg', content: photo }]);
  });

  it('that is HTML alone gives its text', async () => {
    const { text } = await readMail(mail(['Content-Type: text/html; charset=utf-8'], '<div>ХВС 12<br>ГВС 5</div>'));
    expect(text).toBe('ХВС 12\nГВС 5');
  });

  it.each([
    ['ХВС 1\n> ХВС 0'],
    ['ХВС 1\n\n20.10.2026, 10:15, УК «Двор» пишет:\nСпасибо'],
    ['ХВС 1\nС уважением, Иванова'],
    ['ХВС 1\nОтправлено из мобильной Почты'],
    ['ХВС 1\nOn Tue, Oct 20, 2026 Dvor wrote:\nthanks'],
  ])('leaves out what it answers, and its signature: %j', async (text) => {
    expect((await readMail(mail(['Content-Type: text/plain; charset=utf-8'], text))).text).toBe('ХВС 1');
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <news.example>',
    'Return-Path: <>',
    'X-Autoreply: yes',
  ])('of a program is known: %s', async (header) => {
    expect((await readMail(mail([header], 'ХВС 1'))).isAutomatic).toBe(true);
  });

  it('of a person is not taken for one', async () => {
    expect((await readMail(mail(['Auto-Submitted: no', 'Return-Path: <i@post.example>'], 'ХВС 1'))).isAutomatic).toBe(
      false,
    );
  });

  it('without a sender, or of anything at all, is no fault', async () => {
    expect(await readMail(Buffer.from('ХВС 1'))).toMatchObject({ from: null, id: null });
    expect(await readMail(new Uint8Array())).toMatchObject({ from: null, text: '' });
  });
});
