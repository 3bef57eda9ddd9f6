-- Programs that get tokens for somebody: a shop's terminal, an officer's desk. Their secrets are not here.

create schema access;

create table access.client (
    id text collate "C" primary key,
    subject text collate "C" not null,
    secret_hash bytea not null check (length(secret_hash) = 32),
    added_by text collate "C" not null,
    added_at timestamptz not null,
    removed_at timestamptz
);

grant usage on schema access to "${app}";
grant select, insert, update on access.client to "${app}";
