-- What happened how often, for dashboards; and where projections that move no value put what they cannot take in.

set local search_path = read;

-- Grows with every letter that comes or goes: a batch that was folded before does not fit any more.
alter table projection add column letters bigint not null default 0;
insert into projection (name, position, at) values ('activity', 0, 0);

create table activity (
    day date not null,
    type text collate "C" not null,
    events bigint not null check (events > 0),
    primary key (day, type)
) with (fillfactor = 60);

-- Letters of one stream are in order: while one lies here, all that come after it on its stream come here, too.
create table dead_letter (
    projection text collate "C" not null references projection,
    position bigint not null,
    stream text collate "C" not null,
    type text collate "C" not null,
    error text not null,
    attempts int not null check (attempts >= 0), -- 0: it only waits behind another one
    parked_at timestamptz not null default now(),
    primary key (projection, position)
);
create index on dead_letter (projection, stream);

grant select, insert, update, delete on activity, dead_letter to "${app}";
