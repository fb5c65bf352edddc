-- Collection of debts out of court and in court: letters to debtors, restriction of services (ПП РФ № 354, п. 117–122), court
-- orders (ГПК РФ, гл. 11). What was done is a line of steps that is only ever added to; a wrong step is taken back by a mirror.

-- The law's own terms, by their days.
insert into law_parameters (code, valid, value, act, clause, certainty, note) values
  ('cut-off.suspend-after-days', '[2011-09-01,2017-01-01)', '30', 'ПП РФ № 354 от 06.05.2011', 'п. 119 «в»', 'from-memory', 'дней со дня ограничения'),
  ('cut-off.suspend-after-days', '[2017-01-01,)', '10', 'ПП РФ № 354 от 06.05.2011', 'п. 119 «в»', 'corroborated', 'дней со дня ограничения; ред. ПП № 1498 от 26.12.2016'),
  ('cut-off.second-notice-days', '[2011-09-01,2017-01-01)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 119 «б»', 'from-memory', 'извещение за 3 суток'),
  ('cut-off.second-notice-days', '[2017-01-01,)', '0', 'ПП РФ № 354 от 06.05.2011', 'п. 119 «б»', 'from-memory', 'второго извещения правила больше не требуют; организация может оставить его себе'),
  ('cut-off.restore-days', '[2011-09-01,)', '2', 'ПП РФ № 354 от 06.05.2011', 'п. 120', 'corroborated', 'календарных дней'),
  ('limitation.months', '[1996-01-01,)', '36', 'Гражданский кодекс РФ; ПВС РФ № 22 от 27.06.2017', 'ст. 196, 200; п. 41', 'verified', 'по каждому месячному платежу, со дня после срока оплаты'),
  ('court-order.most-claim', '[2016-06-01,)', '500000', 'Гражданский процессуальный кодекс РФ', 'ст. 121 ч. 1', 'corroborated', 'рублей'),
  ('court-order.objection-days', '[2003-02-01,)', '10', 'Гражданский процессуальный кодекс РФ', 'ст. 128', 'corroborated', 'со дня получения приказа должником'),
  ('court-order.fee-percent', '[2005-01-01,)', '50', 'Налоговый кодекс РФ', 'ст. 333.19 п. 1 пп. 2', 'corroborated', '% пошлины за иск'),
  ('writ.present-months', '[2008-02-01,)', '36', 'Закон № 229-ФЗ от 02.10.2007', 'ст. 21 ч. 3', 'corroborated', 'судебный приказ предъявляют в течение трёх лет'),
  ('state-fee.claim', '[2005-01-01,2010-01-29)', '"до 10000: 4 %, не менее 200; до 50000: 400 + 3 %; до 100000: 1600 + 2 %; до 500000: 2600 + 1 %; свыше: 6600 + 0.5 %, не более 20000"', 'Налоговый кодекс РФ', 'ст. 333.19 п. 1 пп. 1', 'corroborated', 'рублей; процент – с суммы сверх предыдущей ступени'),
  ('state-fee.claim', '[2010-01-29,2024-09-08)', '"до 20000: 4 %, не менее 400; до 100000: 800 + 3 %; до 200000: 3200 + 2 %; до 1000000: 5200 + 1 %; свыше: 13200 + 0.5 %, не более 60000"', 'Налоговый кодекс РФ в ред. закона № 374-ФЗ от 27.12.2009', 'ст. 333.19 п. 1 пп. 1', 'corroborated', 'рублей; процент – с суммы сверх предыдущей ступени'),
  ('state-fee.claim', '[2024-09-08,)', '"до 100000: 4000; до 300000: 4000 + 3 %; до 500000: 10000 + 2.5 %; до 1000000: 15000 + 2 %; до 3000000: 25000 + 1 %; до 8000000: 45000 + 0.7 %; до 24000000: 80000 + 0.35 %; до 50000000: 136000 + 0.3 %; до 100000000: 214000 + 0.2 %; свыше: 314000 + 0.15 %, не более 900000"', 'Налоговый кодекс РФ в ред. закона № 259-ФЗ от 08.08.2024', 'ст. 333.19 п. 1 пп. 1', 'corroborated', 'рублей; ступени до 3 млн прочитаны в сообщении суда, выше – по памяти');

-- An organisation's own wording of a kind of letter, from its recording on; the latest holds.
create table letter_wordings (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  kind text not null check (kind in ('notice', 'claim', 'restriction-warning', 'restriction-reminder')),
  title text not null,
  opening text not null,                             -- before the figures, paragraphs by empty lines
  closing text not null,                             -- after them
  signer_post text not null,
  signer_name text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  unique (organization_id, id)
);
create index letter_wordings_latest on letter_wordings (organization_id, kind, id desc);
call guard_tenant_table('letter_wordings');

-- Letters of one kind to many debtors by a rule.
create table letter_batches (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  number integer not null,
  kind text not null check (kind in ('notice', 'claim', 'restriction-warning', 'restriction-reminder')),
  as_of date not null,
  pay_by date not null,
  rule jsonb not null,
  state text not null default 'writing' check (state in ('writing', 'printing', 'ready', 'failed')),
  letters integer not null default 0,
  printed integer not null default 0,
  file_id bigint,                                    -- all letters, one after another
  failure text,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  finished_at timestamptz,
  unique (organization_id, id),
  constraint letter_batches_number unique (organization_id, number),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
call guard_tenant_table('letter_batches');

create table letter_batch_left_out (
  organization_id bigint not null,
  batch_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  reasons jsonb not null,                            -- [{ reason, … }]
  primary key (organization_id, batch_id, account_id),
  foreign key (organization_id, batch_id) references letter_batches (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
call guard_tenant_table('letter_batch_left_out', 'house_id');

-- A service that is being restricted for one account, from the first warning to its end.
create table restrictions (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint not null,
  can_limit boolean not null,                        -- there is a way to give less; else it is suspended at once
  norm_fee bigint not null check (norm_fee > 0),     -- kopecks: a month's fee by the norm and tariff
  debt bigint not null check (debt > 0),             -- kopecks owed for the service when it began
  working jsonb not null,                            -- norm, persons, tariff
  began_on date not null,
  ended_on date,
  ended_why text check (ended_why in ('restored', 'paid', 'plan', 'dispute', 'given-up')),
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id),
  check ((ended_on is null) = (ended_why is null)),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create unique index restrictions_open on restrictions (organization_id, account_id, service_id) where ended_on is null;
call guard_tenant_table('restrictions', 'house_id');

-- An application for a court order and what became of it.
create table court_cases (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  number integer not null,
  dated date not null,
  court jsonb not null,                              -- name, address
  content jsonb not null,                            -- all that the papers say: they are printed of it, now and later
  principal bigint not null check (principal > 0),
  penalty bigint not null check (penalty >= 0),
  fee bigint not null check (fee > 0),
  file_id bigint,                                    -- the package, a ZIP
  closed_on date,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id),
  constraint court_cases_number unique (organization_id, number),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create unique index court_cases_open on court_cases (organization_id, account_id) where closed_on is null;
call guard_tenant_table('court_cases', 'house_id');

create table debt_steps (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  kind text not null check (kind in ('notice', 'claim',
    'restriction-warning', 'restriction-reminder', 'restriction', 'suspension', 'restriction-stopped', 'restoration',
    'court-application', 'court-order', 'court-objection', 'court-order-cancelled', 'court-returned', 'writ', 'bailiff', 'bailiff-returned',
    'settled')),
  on_date date not null,
  principal bigint not null,                         -- kopecks owed on that day
  penalty bigint not null,
  letter_id bigint,
  restriction_id bigint,
  court_case_id bigint,
  file_id bigint,                                    -- the act, the order, the writ
  number text,                                       -- of that paper
  note text,
  voids bigint,                                      -- the step that this one takes back
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  unique (organization_id, id),
  check (voids is null or note is not null),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, restriction_id) references restrictions (organization_id, id),
  foreign key (organization_id, court_case_id) references court_cases (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id),
  foreign key (organization_id, voids) references debt_steps (organization_id, id)
);
create unique index debt_steps_one_mirror on debt_steps (organization_id, voids) where voids is not null;
create index debt_steps_account on debt_steps (account_id, on_date desc, id desc);
create index debt_steps_restriction on debt_steps (restriction_id) where restriction_id is not null;
create index debt_steps_case on debt_steps (court_case_id) where court_case_id is not null;
call guard_tenant_table('debt_steps', 'house_id');

create table debt_letters (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  batch_id bigint not null,
  number text not null,
  kind text not null,
  content jsonb not null,                            -- all that it says
  principal bigint not null check (principal > 0),
  penalty bigint not null check (penalty >= 0),
  file_id bigint,
  unique (organization_id, id),
  constraint debt_letters_once unique (organization_id, batch_id, account_id),
  constraint debt_letters_number unique (organization_id, number),
  foreign key (organization_id, batch_id) references letter_batches (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create index debt_letters_account on debt_letters (account_id, id desc);
call guard_tenant_table('debt_letters', 'house_id');
alter table debt_steps add foreign key (organization_id, letter_id) references debt_letters (organization_id, id);
create index debt_steps_letter on debt_steps (letter_id) where letter_id is not null;

-- How a letter went and came: each try is a row, the law's terms run from the first day of delivery.
create table letter_deliveries (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  letter_id bigint not null,
  way text not null check (way in ('handed', 'post', 'gis', 'email', 'receipt')),
  sent_on date not null,
  delivered_on date check (delivered_on >= sent_on),  -- null: not known yet, or it came back
  returned_on date check (returned_on >= sent_on),
  proof text,                                        -- number of the registered letter, who took it
  file_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  unique (organization_id, id),
  check (delivered_on is null or returned_on is null),
  foreign key (organization_id, letter_id) references debt_letters (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create index letter_deliveries_letter on letter_deliveries (letter_id, id);
call guard_tenant_table('letter_deliveries', 'house_id');

grant select, insert on letter_wordings, letter_batches, letter_batch_left_out, restrictions, court_cases, debt_steps, debt_letters, letter_deliveries to dvor_app;
grant update (state, letters, printed, file_id, failure, finished_at) on letter_batches to dvor_app;
grant update (file_id) on debt_letters to dvor_app;
grant update (ended_on, ended_why) on restrictions to dvor_app;
grant update (file_id, closed_on) on court_cases to dvor_app;
