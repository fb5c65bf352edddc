import { dateInZone, formatDate } from '@dvor/kernel';
import { EmptyState, ErrorState, Page, PageHeader, unbrokenAddress, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useCalendar } from '../../lib/calendar.js';
import { type Certificate, useCertificates } from './api.js';
import classes from './certificate.module.css';
import { accountMessages } from './messages.js';

/** A certificate as it lies on paper; printing leaves everything around it out. */
export default function CertificatePage({ organization }: { organization: { name: string; inn: string } }) {
  const t = useMessages(accountMessages);
  const { accountId = '', year = '', number = '' } = useParams();
  const { data, error, refetch } = useCertificates(accountId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  const certificate = data.items.find((one) => one.number === `${year}/${number}`);
  const back = <Link to={`/accounts/${accountId}?tab=certificates`}>{t('certificate.back')}</Link>;
  if (!certificate) return <EmptyState title={t('certificate.missing')} action={back} />;
  return (
    <Page>
      <PageHeader
        back={back}
        title={t('certificate.name', { number: certificate.number })}
        actions={
          <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('certificate.print')}
          </Button>
        }
      />
      <Paper certificate={certificate} organization={organization} />
    </Page>
  );
}

function Paper({
  certificate: { number, kind, on, content, issuedAt, issuedBy, purpose },
  organization,
}: {
  certificate: Certificate;
  organization: { name: string; inn: string };
}) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const { timeZone } = useCalendar();
  const { account, address, area, livingArea, owners, people } = content;
  return (
    <article className={classes.paper}>
      <div className={classes.issuer}>
        <div>{organization.name}</div>
        <div>{t('paper.inn', { inn: organization.inn })}</div>
      </div>
      <h2 className={classes.title}>
        {t(`paper.${kind}`)}
        <span>
          {t('paper.number', { number, date: format.day(formatDate(dateInZone(new Date(issuedAt), timeZone))) })}
        </span>
      </h2>
      <p>
        {t('paper.text', {
          address: unbrokenAddress(address),
          account,
          date: format.longDay(on, { year: true }),
        })}
      </p>
      <table className={classes.people}>
        <thead>
          <tr>
            <th scope="col">{t('paper.no')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('paper.born')}</th>
            <th scope="col">{t('residency')}</th>
            <th scope="col">{t('paper.since')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, birthDate, kind: residency, since }, i) => (
            <tr key={`${name}/${since}`}>
              <td>{i + 1}</td>
              <td>{name}</td>
              <td>{birthDate ? format.day(birthDate) : '—'}</td>
              <td>{t(`residency.${residency}`)}</td>
              <td>{format.day(since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {kind === 'household' && (
        <>
          <p>{t('paper.persons', { n: people.length })}</p>
          {area && (
            <p>
              {t('paper.area', { area: format.volume(area, 'м²') })}
              {livingArea && `, ${t('paper.livingArea', { area: format.volume(livingArea, 'м²') })}`}
            </p>
          )}
          {owners.length > 0 && (
            <p>
              {t('paper.owners', {
                owners: owners.map(({ name, share }) => (share === '1/1' ? name : `${name} (${share})`)).join(', '),
              })}
            </p>
          )}
        </>
      )}
      {purpose && <p>{t('paper.purpose', { purpose })}</p>}
      <div className={classes.signature}>
        <span>{t('paper.issuedBy')}</span>
        <span className={classes.line} />
        <span>{issuedBy ?? ''}</span>
      </div>
      <div className={classes.stamp}>{t('paper.stamp')}</div>
    </article>
  );
}
