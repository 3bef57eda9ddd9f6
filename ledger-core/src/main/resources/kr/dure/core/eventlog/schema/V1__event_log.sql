-- The event log, the writer's lease and the vault. The owner of these schemas migrates; another role, ${app}, runs.
-- Text is compared byte by byte (collate "C"): cheaper, and the same on every machine, so an upgrade of the operating
-- system's collations cannot spoil an index.

create schema if not exists ledger;
comment on schema ledger is 'The event log of one issuer, and what its one writer needs.';

-- ---------------------------------------------------------------------------------------------------------- the log

create table ledger.event (
    position  bigint               not null,
    at        bigint               not null,
    sequence  bigint               not null,
    epoch     bigint               not null,
    revision  integer              not null,
    type      text     collate "C" not null,
    stream    text     collate "C" not null,
    operation text     collate "C",
    digest    bytea,
    subject   text     collate "C",
    payload   text     collate "C" not null,

    constraint event_pk primary key (position),
    constraint event_once_per_sequence unique (stream, sequence),
    constraint event_position_from_one check (position >= 1),
    constraint event_sequence_from_zero check (sequence >= 0),
    constraint event_revision_from_one check (revision >= 1),
    constraint event_digest_with_operation check ((operation is null) = (digest is null))
);

-- Both are partial: most events of a large batch are not the first of their operation, few have a subject.
create unique index event_once_per_operation on ledger.event (operation) where operation is not null;
create index event_latest_on_subject on ledger.event (subject, position) where subject is not null;

-- A row never changes, so the first vacuum that sees it freezes it: nothing is left for a large one later.
alter table ledger.event set (autovacuum_freeze_min_age = 0);

comment on table ledger.event is
    'What happened, in one order without gaps. Rows are only ever added, by the holder of the lease.';
comment on column ledger.event.position is 'Place in the whole log, from 1, without gaps; given by the writer.';
comment on column ledger.event.at is
    'Time of the decision, in nanoseconds since 1970-01-01T00:00:00Z: a timestamp would keep microseconds only. '
    'Never goes back along the log. Reaches to the year 2262.';
comment on column ledger.event.sequence is 'Place in its stream, from 0, without gaps.';
comment on column ledger.event.epoch is 'Epoch of the lease under which the event was written: which writer it was.';
comment on column ledger.event.revision is 'Revision of the form that type names.';
comment on column ledger.event.type is 'Stable name of the event, such as wallet.MerchantPaid; never the name of a class.';
comment on column ledger.event.stream is 'Aggregate that the event belongs to, such as wallet/R00001.';
comment on column ledger.event.operation is
    'Id of the operation whose first event this is; null on an operation''s other events and on those of time.';
comment on column ledger.event.digest is 'Keyed digest of that operation''s request: tells a repetition from another use of its id.';
comment on column ledger.event.subject is 'What this is the latest word on, such as payment:P00042.';
comment on column ledger.event.payload is
    'JSON, kept as the text that was written: its bytes are hashed into the Merkle tree. Holds no personal data.';

create table ledger.refusal (
    at        bigint               not null,
    epoch     bigint               not null,
    operation text     collate "C" not null,
    digest    bytea                not null,
    code      text     collate "C" not null,
    answer    text     collate "C" not null,

    constraint refusal_pk primary key (operation)
);

-- The writer asks for the latest time when it starts: one look at the right end of this.
create index refusal_by_time on ledger.refusal (at);
alter table ledger.refusal set (autovacuum_freeze_min_age = 0);

comment on table ledger.refusal is 'Operations that were refused, so that a repetition gets the same answer. Rows are only ever added.';
comment on column ledger.refusal.at is 'Time of the decision, in nanoseconds since 1970-01-01T00:00:00Z.';
comment on column ledger.refusal.epoch is 'Epoch of the lease under which it was written.';
comment on column ledger.refusal.operation is 'Id of the operation. It is on no event: an operation is accepted or refused, for good.';
comment on column ledger.refusal.digest is 'Keyed digest of the request.';
comment on column ledger.refusal.code is 'Stable code of the refusal.';
comment on column ledger.refusal.answer is 'The refusal with its figures, as JSON.';

-- ---------------------------------------------------------------------------------------------------------- helpers

-- Room in each page, so that a newer snapshot takes the place of the older one without touching the index.
create table ledger.snapshot (
    stream   text   collate "C" not null,
    sequence bigint             not null,
    form     text   collate "C" not null,
    state    text   collate "C" not null,

    constraint snapshot_pk primary key (stream)
) with (fillfactor = 70);

comment on table ledger.snapshot is
    'The newest stored state of an aggregate: a shortcut for loading it. All rows may be deleted at any time.';
comment on column ledger.snapshot.sequence is 'The last event of the stream that the state takes in.';
comment on column ledger.snapshot.form is 'Fingerprint of the code''s fields that made the state: other code passes it over.';

create table ledger.lease (
    one    boolean                  not null default true,
    epoch  bigint                   not null,
    holder text         collate "C",
    since  timestamptz              not null,

    constraint lease_pk primary key (one),
    constraint lease_is_one_row check (one),
    constraint lease_epoch_from_zero check (epoch >= 0)
);

insert into ledger.lease (epoch, since) values (0, now());

comment on table ledger.lease is
    'Who may write. One row. The holder also keeps an advisory lock for as long as its session lives.';
comment on column ledger.lease.epoch is
    'Grows with every taking of the lease. Each append holds this row for share and writes nothing under another epoch.';
comment on column ledger.lease.holder is 'Name of the node that took the lease last; null after it was given back.';
comment on column ledger.lease.since is 'When it was taken or given back, by the clock of the database; for people to read.';

-- -------------------------------------------------------------------------------------------------------- the vault

create schema if not exists vault;
comment on schema vault is 'Personal data, apart from the log: sealed, and erasable without touching the log.';

create table vault.person (
    person      text  collate "C" not null,
    wrapped_key bytea             not null,
    sealed      bytea             not null,

    constraint person_pk primary key (person)
);

comment on table vault.person is 'What is known of a person. To erase a person is to delete the row, and with it the only key.';
comment on column vault.person.person is 'Opaque id, as events name the person.';
comment on column vault.person.wrapped_key is 'Key of this person alone, wrapped by the master key of the key store.';
comment on column vault.person.sealed is 'The data, sealed under that key (AES-256-GCM).';

-- --------------------------------------------------------------------------------------------------- who may do what

grant usage on schema ledger, vault to "${app}";
grant select, insert on ledger.event, ledger.refusal to "${app}";
grant select, insert, update on ledger.snapshot to "${app}";
grant select, update (epoch, holder, since) on ledger.lease to "${app}";
grant select, insert, delete on vault.person to "${app}";
