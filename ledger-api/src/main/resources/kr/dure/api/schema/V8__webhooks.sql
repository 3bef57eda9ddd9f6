-- Receivers of what happens at shops, and what is to be delivered to them. What happened stands in the log; here stand
-- positions of it.

create schema webhook;

create table webhook.hook (
    id text collate "C" primary key,
    merchant text collate "C" not null,
    url text not null,
    kinds text[],
    after bigint not null,
    added_by text collate "C" not null,
    added_at timestamptz not null,
    removed_at timestamptz,
    disabled_at timestamptz,
    failing_since timestamptz,
    failures integer not null default 0,
    rests_until timestamptz not null default '-infinity',
    leased_until timestamptz not null default '-infinity',
    lease bigint not null default 0
);
create index on webhook.hook (merchant, added_at);
comment on column webhook.hook.id is 'The operation that added it. Its secret is made of it, and kept nowhere.';
comment on column webhook.hook.kinds is 'Of which it is told; null for all.';
comment on column webhook.hook.after is 'It is told of what stands in the log after this position.';
comment on column webhook.hook.failing_since is 'Nothing got through since then.';
comment on column webhook.hook.rests_until is 'After a failure nothing is tried for a while.';
comment on column webhook.hook.lease is 'Counts who has delivered to it: of two who think that they do, the one with the last number is right.';

create table webhook.delivery (
    number bigint generated always as identity primary key,
    id text collate "C" not null unique,
    hook text collate "C" not null references webhook.hook,
    position bigint,
    kind text not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    queued_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    tried_at timestamptz,
    status integer,
    error text
);
create index on webhook.delivery (hook, number);
create index delivery_waiting on webhook.delivery (hook, due_at) where state = 'WAITING';
create index on webhook.delivery (queued_at);
comment on column webhook.delivery.position is 'Of the event in the log; null for a test.';
comment on column webhook.delivery.queued_at is 'From then on it is tried, for three days.';
comment on column webhook.delivery.status is 'Of the last answer (HTTP); null if there was none.';
comment on column webhook.delivery.error is 'Why the last attempt failed.';

-- How far the log has been looked through for receivers.
create table webhook.progress (
    position bigint not null
);
insert into webhook.progress values (0);

grant usage on schema webhook to "${app}";
grant select, insert, update on webhook.hook to "${app}";
grant select, insert, update, delete on webhook.delivery to "${app}";
grant select, update on webhook.progress to "${app}";
