-- Who offers and who asks for help, and who has found whom. Minutes move in the ledger alone, when the help is confirmed.

create schema timebank;

create table timebank.listing (
    id text collate "C" primary key,
    wallet text collate "C" not null,
    kind text not null check (kind in ('OFFER', 'REQUEST')),
    activity text not null,
    minutes bigint not null check (minutes > 0),
    posted_at timestamptz not null,
    closed_at timestamptz
);
create index on timebank.listing (posted_at, id) where closed_at is null;

create table timebank.match (
    id text collate "C" primary key,
    listing text collate "C" not null unique references timebank.listing,
    requester text collate "C" not null,
    provider text collate "C" not null,
    activity text not null,
    minutes bigint not null check (minutes > 0),
    state text not null check (state in ('MATCHED', 'DONE', 'CONFIRMED', 'WITHDRAWN')),
    confirming text collate "C", -- the operation that is to move the minutes, as long as it is the only one
    matched_at timestamptz not null,
    changed_at timestamptz not null,
    check (requester <> provider),
    check (state <> 'CONFIRMED' or confirming is not null)
);

grant usage on schema timebank to "${app}";
grant select, insert, update on timebank.listing, timebank.match to "${app}";
