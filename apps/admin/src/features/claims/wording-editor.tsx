import {
  answer,
  ApiProblem,
  Form,
  FormGrid,
  Notice,
  ProblemNotice,
  Section,
  Sheet,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { AccountChoice } from '../../lib/accounts/account-choice.js';
import { errorsOf } from '../../lib/basis/use-record.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import classes from './claims.module.css';
import { wordingMessages } from './wording-messages.js';
import type { FilledWording, LetterKind, Wording } from './wordings-api.js';

type Part = 'title' | 'opening' | 'closing';
type Place = HTMLInputElement | HTMLTextAreaElement;

interface Props {
  readonly kind: LetterKind;
  readonly wording: Wording;
  readonly fields: readonly { readonly field: string; readonly what: string }[];
}

/** The words of one letter, with the fields that may stand in them, and the letter as a debtor would have it. */
export function WordingEditor({ kind, wording, fields }: Props) {
  const t = useMessages(wordingMessages);
  const may = useMay();
  const form = useWordingForm(wording);
  const { placeOf, insert } = useInsert((part, text) => form.setFieldValue(part, text));
  const save = useSave(form, {
    write: (api, body, headers) =>
      answer<unknown>(api.PUT('/api/v1/letter-wordings/{kind}', { params: { path: { kind } }, body, headers })),
    onDone: () => undefined,
    said: t('saved'),
  });
  const readOnly = !may('debt.work');
  return (
    <>
      <Sheet>
        <Form submit={t('save')} {...save}>
          <TextInput
            label={t('field.title')}
            maxLength={200}
            readOnly={readOnly}
            {...form.getInputProps('title')}
            {...placeOf('title')}
          />
          {(['opening', 'closing'] as const).map((part) => (
            <Textarea
              key={part}
              label={t(part)}
              description={t('paragraphs')}
              autosize
              minRows={4}
              maxRows={16}
              maxLength={8000}
              readOnly={readOnly}
              {...form.getInputProps(part)}
              {...placeOf(part)}
            />
          ))}
          {!readOnly && <FieldButtons fields={fields} onInsert={insert} />}
          <FormGrid>
            <TextInput
              label={t('signerPost')}
              maxLength={200}
              readOnly={readOnly}
              {...form.getInputProps('signerPost')}
            />
            <TextInput
              label={t('signerName')}
              placeholder={t('signerName.hint')}
              maxLength={200}
              readOnly={readOnly}
              {...form.getInputProps('signerName')}
            />
          </FormGrid>
        </Form>
      </Sheet>
      {!readOnly && <Preview kind={kind} form={form} />}
    </>
  );
}

function useWordingForm({ title, opening, closing, signerPost, signerName }: Wording) {
  const t = useMessages(wordingMessages);
  const need = (text: string) => (text.trim().length < 3 ? t('need') : null);
  return useForm<Wording>({
    initialValues: { title, opening, closing, signerPost, signerName },
    validate: {
      title: need,
      opening: need,
      closing: need,
      signerPost: (text) => (text.trim() === '' ? t('need') : null),
    },
  });
}

/** A field goes where the caret stands, or stood last. */
function useInsert(onChange: (part: Part, text: string) => void) {
  const places = useRef<Partial<Record<Part, Place | null>>>({});
  const last = useRef<Part>('opening'); // where the keyboard was before a button took it
  const placeOf = (part: Part) => ({
    ref: (place: Place | null) => {
      places.current[part] = place;
    },
    onFocus: () => {
      last.current = part;
    },
  });
  const insert = (field: string) => {
    const place = places.current[last.current];
    if (!place) return;
    const [from, to] = [place.selectionStart ?? place.value.length, place.selectionEnd ?? place.value.length];
    onChange(last.current, place.value.slice(0, from) + field + place.value.slice(to));
    requestAnimationFrame(() => {
      place.focus();
      place.setSelectionRange(from + field.length, from + field.length);
    });
  };
  return { placeOf, insert };
}

function FieldButtons({ fields, onInsert }: Pick<Props, 'fields'> & { onInsert: (field: string) => void }) {
  const t = useMessages(wordingMessages);
  return (
    <div role="group" aria-label={t('fields')}>
      <p className={classes.quiet}>{t('fields.note')}</p>
      <div className={classes.fields}>
        {fields.map(({ field, what }) => (
          <Button key={field} size="compact-sm" variant="default" title={what} onClick={() => onInsert(field)}>
            {field}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Preview({ kind, form }: { kind: LetterKind; form: ReturnType<typeof useWordingForm> }) {
  const t = useMessages(wordingMessages);
  const [accountId, setAccount] = useState<string | null>(null);
  const [filled, setFilled] = useState<FilledWording | null>(null);
  const look = useAct({
    write: (api, body: Wording, headers) =>
      answer(
        api.POST('/api/v1/letter-wordings/preview', {
          body: { ...body, kind, ...(accountId && { accountId }) },
          headers,
        }),
      ),
    onDone: setFilled,
    said: null,
  });
  const ask = () => {
    if (form.validate().hasErrors) return;
    setFilled(null);
    look.run(form.values, (error) => error instanceof ApiProblem && form.setErrors(errorsOf(error)));
  };
  return (
    <Section title={t('preview')} note={t('preview.note')}>
      <Sheet>
        <div className={classes.choose}>
          <AccountChoice required={false} value={accountId} onChange={setAccount} />
          <Button variant="default" loading={look.busy} onClick={ask}>
            {t('look')}
          </Button>
        </div>
        <ProblemNotice error={look.error} />
        {filled ? <Letter filled={filled} /> : !look.error && <p className={classes.quiet}>{t('preview.example')}</p>}
      </Sheet>
    </Section>
  );
}

function Letter({ filled: { debtor, title, opening, closing } }: { filled: FilledWording }) {
  const t = useMessages(wordingMessages);
  return (
    <article className={classes.letter} aria-label={t('preview')}>
      {debtor !== null && <p className={classes.quiet}>{t('preview.of', { debtor })}</p>}
      <h3>{title}</h3>
      {opening.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
      <Notice tone="info">{t('preview.figures')}</Notice>
      {closing.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </article>
  );
}
