-- Messages come as raw mail too, with what is attached.

alter table inbound_messages
  add column subject text;                           -- of a mail

create table inbound_message_files (
  organization_id bigint not null,
  message_id bigint not null references inbound_messages,
  place smallint not null,
  file_id bigint not null,
  primary key (message_id, place),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
call guard_tenant_table('inbound_message_files');
grant select, insert on inbound_message_files to dvor_app;
