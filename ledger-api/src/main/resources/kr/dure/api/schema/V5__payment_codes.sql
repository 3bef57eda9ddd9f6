-- Codes that residents show to pay. They are no part of the ledger: none of them moves anything by itself.

create schema pos;

create table pos.payment_code (
    hash bytea primary key check (length(hash) = 32),
    wallet text collate "C" not null,
    expires_at timestamptz not null,
    used_by text collate "C" -- the operation; it finds its code again when it is repeated
);
create index on pos.payment_code (expires_at);

grant usage on schema pos to "${app}";
grant select, insert, update, delete on pos.payment_code to "${app}";
