-- The scales of clean houses, and which request carries each of their weighings.

create schema cleanhouse;

create table cleanhouse.device (
    site text collate "C" not null,
    device text collate "C" not null,
    public_key bytea not null check (length(public_key) = 32), -- Ed25519
    operation text collate "C" not null unique,                -- the request that registered it
    registered_by text collate "C" not null,
    registered_at timestamptz not null,
    removed_at timestamptz,
    removed_by text collate "C",
    primary key (site, device),
    check ((removed_at is null) = (removed_by is null))
);

create table cleanhouse.weighing (
    site text collate "C" not null,
    device text collate "C" not null,
    counter bigint not null check (counter > 0),
    operation text collate "C" not null,
    carried_at timestamptz not null,
    primary key (site, device, counter),
    foreign key (site, device) references cleanhouse.device
);

grant usage on schema cleanhouse to "${app}";
grant select, insert on cleanhouse.device to "${app}";
grant update (removed_at, removed_by) on cleanhouse.device to "${app}";
grant select, insert, delete on cleanhouse.weighing to "${app}";
