import { Code, DataTable, EmptyState, ErrorState, Page, SearchField, Toolbar, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useFormulas } from './api.js';
import { FormulaState, useDays } from './formula-state.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';

/** The organisation's own formulas: what holds, and what is being written. */
export default function FormulasPage() {
  const t = useMessages(formulaMessages);
  const may = useMay();
  const navigate = useNavigate();
  const days = useDays();
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch } = useFormulas();
  const wanted = search.toLowerCase();
  const rows = data?.items.filter(({ name, code, versions }) =>
    [name, code, ...versions.map(({ text }) => text)].some((told) => told.toLowerCase().includes(wanted)),
  );
  return (
    <Page fill>
      <CatalogueHead
        tab="formulas"
        actions={
          may('catalogue.edit') && (
            <Button component={Link} to="/formulas/new" leftSection={<IconMathFunction size={16} />}>
              {t('add')}
            </Button>
          )
        }
      />
      <Toolbar>
        <SearchField label={t('formulas.search')} value={search} onChange={setSearch} />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          wrap
          label={t('formulas')}
          minWidth={820}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/formulas/${id}`)}
          empty={<EmptyState title={t('formulas.empty')}>{t('formulas.empty.text')}</EmptyState>}
          columns={[
            {
              key: 'name',
              title: t('name'),
              width: 230,
              cell: ({ id, name, code }) => (
                <>
                  <Link to={`/formulas/${id}`} tabIndex={-1}>
                    {name}
                  </Link>
                  <div className={classes.quiet}>
                    <Code>{code}</Code>
                  </div>
                </>
              ),
            },
            {
              key: 'text',
              title: t('text'),
              cell: ({ versions: [latest] }) => <span className={classes.formula}>{latest?.text}</span>,
            },
            {
              key: 'state',
              title: t('days'),
              width: 220,
              cell: ({ versions }) => {
                const shown = versions.find(({ state }) => state !== 'draft') ?? versions[0]!;
                const draft = versions[0]!.state === 'draft' && shown !== versions[0];
                return (
                  <>
                    <FormulaState version={shown} />
                    <div className={classes.quiet}>
                      {shown.state !== 'draft' && days(shown)}
                      {draft && ` · ${t('draft.beside')}`}
                    </div>
                  </>
                );
              },
            },
          ]}
        />
      )}
    </Page>
  );
}
