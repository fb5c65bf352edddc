import { answer, FormGrid, FormSection, ProblemNotice, Sheet, useMessages } from '@dvor/ui';
import { Select } from '@mantine/core';
import { useAct } from '../../lib/basis/use-save.js';
import { type ImportDetails, type ToldEncoding, useTop } from './api.js';
import { importMessages } from './messages.js';

const ENCODINGS = ['utf-8', 'windows-1251', 'ibm866', 'koi8-r'] as const satisfies readonly ToldEncoding[];
const FOUND_OUT = 'auto';
const LONGEST_LINE = 80;

type Reading = Pick<ImportDetails, 'toldEncoding' | 'toldHeadingLine'>;

/** In which encoding, and with which line of headings, the file is read; another answer reads it anew at once. */
export function FileReading({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const { data: top } = useTop(load, { enabled: load.format !== 'dbf' });
  const act = useAct({
    write: (api, { toldEncoding, toldHeadingLine }: Reading, headers) => {
      const body = { encoding: toldEncoding, headingLine: toldHeadingLine };
      return answer(api.PUT('/api/v1/imports/{id}/reading', { params: { path: { id: load.id } }, body, headers }));
    },
    onDone: () => undefined,
    said: t('reading.done'),
  });
  const { toldEncoding, toldHeadingLine } = load;
  const reread = (change: Partial<Reading>) => act.run({ toldEncoding, toldHeadingLine, ...change });
  const lines = (top?.items ?? []).map(({ line, cells }) => ({
    value: String(line),
    label: t('reading.line', { line, text: shortened(cells.filter(Boolean).join(' · ')) }),
  }));
  // What was found out is told only while it is in force.
  const foundLine =
    toldHeadingLine === null && load.headingLine
      ? t('reading.auto.line', { line: load.headingLine })
      : t('reading.auto');
  const foundEncoding =
    toldEncoding === null && load.encoding
      ? t('reading.auto.encoding', { encoding: NAMES[load.encoding] })
      : t('reading.auto');
  const told = toldHeadingLine === null ? FOUND_OUT : String(toldHeadingLine);
  return (
    <Sheet>
      <FormSection title={t('reading.title')}>
        <FormGrid>
          {load.format !== 'dbf' && (
            <Select
              label={t('reading.headings')}
              description={t('reading.headings.hint')}
              allowDeselect={false}
              disabled={act.busy}
              data={[
                { value: FOUND_OUT, label: foundLine },
                { value: '0', label: t('reading.headless') },
                ...lines,
                ...(told === FOUND_OUT || told === '0' || lines.some(({ value }) => value === told)
                  ? []
                  : [{ value: told, label: t('reading.line', { line: told, text: '' }) }]),
              ]}
              value={told}
              onChange={(line) => reread({ toldHeadingLine: line === FOUND_OUT ? null : Number(line) })}
            />
          )}
          {load.format !== 'xlsx' && (
            <Select
              label={t('reading.encoding')}
              description={t('reading.encoding.hint')}
              allowDeselect={false}
              disabled={act.busy}
              data={[
                { value: FOUND_OUT, label: foundEncoding },
                ...ENCODINGS.map((value) => ({ value, label: NAMES[value] })),
              ]}
              value={toldEncoding ?? FOUND_OUT}
              onChange={(value) => reread({ toldEncoding: ENCODINGS.find((one) => one === value) ?? null })}
            />
          )}
        </FormGrid>
        <ProblemNotice error={act.error} />
      </FormSection>
    </Sheet>
  );
}

const NAMES: Readonly<Record<NonNullable<ImportDetails['encoding']>, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1251': 'Windows-1251',
  ibm866: 'CP866 (DOS)',
  'koi8-r': 'KOI8-R',
};

function shortened(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}
