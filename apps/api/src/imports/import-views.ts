import type { ImportDetail, ImportSummary } from '@dvor/exchange';
import { DomainError } from '@dvor/kernel';
import type { Language } from '../door/language.js';
import { problemOf } from '../door/problem.js';
import type { ImportDetailDto, ImportDto } from './imports.dto.js';
import { noteText } from './note-texts.js';

/** A load in the reader's language. */
export function importRow({ notes, failure, ...summary }: ImportSummary, language: Language): ImportDto {
  return {
    ...summary,
    notes: notes.map((note) => ({ code: note.code, text: noteText(note, language) })),
    failure: failure && { code: failure.code, text: failureText(failure, language) },
  };
}

export function importDetail(
  { fields, needed, missing, ...summary }: ImportDetail,
  language: Language,
): ImportDetailDto {
  return {
    ...importRow(summary, language),
    fields: fields.map(({ name, title, english }) => ({ name, title: language === 'ru' ? title : english })),
    needed,
    missing,
  };
}

function failureText({ code, details }: NonNullable<ImportSummary['failure']>, language: Language): string {
  return problemOf(new DomainError(code, details), language, '').detail;
}
