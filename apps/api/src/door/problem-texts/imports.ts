import type { ProblemText } from './problem-text.js';

/** Files that are loaded. */
export const IMPORTS_TEXTS = {
  'import.not-found': { status: 404, ru: 'Такой загрузки нет.', en: 'There is no such load.' },
  'import.no-file': {
    status: 422,
    ru: 'Файл не приложен. Выберите XLSX, CSV или DBF.',
    en: 'No file is attached. Choose an XLSX, CSV or DBF.',
  },
  'import.wrong-state': {
    status: 409,
    ru: 'Загрузка сейчас в состоянии «{state}», этого сделать нельзя.',
    en: 'The load is in the state "{state}", this can’t be done.',
  },
  'import.map': {
    status: 422,
    ru: 'Поле «{field}» нельзя читать из этого столбца: его нет или он уже занят.',
    en: 'The field "{field}" can’t be read from this column: there is none, or it is taken.',
  },
  'import.not-mapped': {
    status: 409,
    ru: 'Не выбраны столбцы обязательных полей: {fields}.',
    en: 'Columns of required fields are not chosen: {fields}.',
  },
  'import.nothing-to-apply': {
    status: 409,
    ru: 'Загружать нечего: всё уже в базе или строки с ошибками.',
    en: 'There is nothing to load: all of it is in the books or has errors.',
  },
  'import.built-on': {
    status: 409,
    ru: 'Отменить загрузку нельзя, на ней уже построено другое: {objects}.',
    en: 'The load can’t be undone, something else stands on it: {objects}.',
  },
  'import.no-bad-rows': {
    status: 404,
    ru: 'В этой загрузке нет строк с ошибками.',
    en: 'There are no bad rows in this load.',
  },
  'import.rows-cleared': {
    status: 409,
    ru: 'Файл и строки этой загрузки стёрты {on:date}: срок их хранения вышел. Отменить её, проверить или скачать строки больше нельзя. Итоги остались; нужное загрузите новым файлом.',
    en: 'The file and rows of this load were erased on {on:date}, as their term was over. It can’t be undone, checked or downloaded any more. Its totals remain; load what you need from a new file.',
  },
  'import.broken': {
    status: 500,
    ru: 'Загрузка прервалась из-за сбоя. Повторите; если не поможет, сообщите администратору.',
    en: 'The load broke off by a fault. Repeat it; if that does not help, tell the administrator.',
  },

  'table.empty': {
    status: 422,
    ru: 'В файле нет ни одной строки. Проверьте, тот ли файл выбран.',
    en: 'There is not a single row in the file. Check that it is the right one.',
  },
  'table.old-excel': {
    status: 422,
    ru: 'Это книга старого Excel (.xls). Откройте её и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is a workbook of old Excel (.xls). Open it and save it as “Excel Workbook (.xlsx)”.',
  },
  'table.encrypted': {
    status: 422,
    ru: 'Файл закрыт паролем. Откройте его, снимите пароль (Файл → Сведения → Защита книги) и сохраните.',
    en: 'The file is locked with a password. Open it, remove the password (File → Info → Protect Workbook) and save.',
  },
  'table.other-format': {
    status: 422,
    ru: 'Это файл {format}, а нужна таблица XLSX, CSV или DBF. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is a {format} file, and a table is needed: XLSX, CSV or DBF. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'table.not-a-table': {
    status: 422,
    ru: 'В этом файле не видно таблицы. Нужен XLSX, CSV или DBF.',
    en: 'No table can be seen in this file. XLSX, CSV or DBF is needed.',
  },
  'table.broken': {
    status: 422,
    ru: 'Файл повреждён или скачался не до конца. Откройте его в Excel и сохраните заново или получите ещё раз.',
    en: 'The file is damaged or was not fully downloaded. Open it in Excel and save it anew, or get it once more.',
  },
  'table.cut-off': {
    status: 422,
    ru: 'Файл обрывается: записи {line} в нём уже нет, хотя по заголовку она должна быть. Получите файл ещё раз.',
    en: 'The file breaks off: record {line} is missing, though its header promises it. Get the file once more.',
  },
  'table.too-large': {
    status: 413,
    ru: 'Внутри файла слишком много данных. Разделите его на несколько или удалите пустые оформленные строки и листы.',
    en: 'There is too much data inside the file. Split it, or delete empty formatted rows and sheets.',
  },
  'table.too-many-rows': {
    status: 413,
    ru: 'На лист Excel помещается {limit} строк, а здесь больше. Сузьте отбор или выгрузите CSV.',
    en: 'An Excel sheet holds {limit} rows, and here are more. Narrow the selection or export CSV.',
  },
  'table.no-sheet': {
    status: 422,
    ru: 'В книге нет листа «{sheet}». Есть: {sheets}.',
    en: 'There is no sheet “{sheet}” in the workbook. It has: {sheets}.',
  },
  'table.open-quote': {
    status: 422,
    ru: 'В записи со строки {line} кавычка открыта и не закрыта. Закройте её или удвойте.',
    en: 'In the record that begins at line {line} a quote opens and never closes. Close or double it.',
  },
} as const satisfies Record<string, ProblemText>;
