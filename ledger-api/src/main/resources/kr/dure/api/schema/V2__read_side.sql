-- The read side: what the log adds up to, for reports and queries. All of it can be thrown away and folded anew.
-- One group, money: every table here shares the position of projection 'money', so that one snapshot of the database is
-- one consistent state of the ledger. Times are nanoseconds since 1970 UTC, days are Korean (KST).
-- No index has a name of its own: a rebuilt table takes the names that PostgreSQL gives.

create schema read;
set local search_path = read;

create table projection (
    name text collate "C" primary key,
    position bigint not null check (position >= 0), -- of the last event that it has taken in
    at bigint not null,                             -- that event's time
    halted_at bigint,                               -- the position of the event that it could not take in
    error text
);
insert into projection (name, position, at) values ('money', 0, 0);

-- ------------------------------------------------------------------------------------------------ journal

-- The double entry, zero per position and unit. Credits are positive. What an account saw on a day is found among that
-- day's positions, which the log knows by time; an index by account would cost a third of all writing here.
create table posting (
    position bigint not null,
    line smallint not null,
    account text collate "C" not null,
    unit text collate "C" not null,
    amount bigint not null,
    primary key (position, line)
);

-- day: the latest on which anything was posted.
create table balance (
    account text collate "C" not null,
    unit text collate "C" not null,
    amount bigint not null,
    day date not null,
    primary key (account, unit)
) with (fillfactor = 60);

-- The closing balance of each day on which anything was posted. A day closes when the first event of a later one comes.
-- The balance at a time is the closing balance of the last day before, and that day's postings since.
create table daily_balance (
    account text collate "C" not null,
    unit text collate "C" not null,
    day date not null,
    amount bigint not null,
    primary key (account, unit, day)
);

-- What each kind of event put into an account of the issuer and took out of it: the named flows of money and fund.
create table flow (
    account text collate "C" not null,
    unit text collate "C" not null,
    type text collate "C" not null,
    credits bigint not null check (credits >= 0),
    debits bigint not null check (debits >= 0),
    primary key (account, unit, type)
) with (fillfactor = 60);

-- ------------------------------------------------------------------------------------------------ wallets

create table wallet (
    wallet text collate "C" primary key,
    holder text collate "C" not null,
    dong text collate "C" not null,
    age text collate "C" not null,
    guardian_consent boolean not null,
    frozen boolean not null,
    opened_at bigint not null
);

-- Pots that hold money. face: what it was made with; paid: what its holder paid for that; remaining: held money included.
create table pot (
    wallet text collate "C" not null,
    pot bigint not null,
    kind text collate "C" not null,
    face bigint not null,
    paid bigint not null,
    remaining bigint not null,
    held bigint not null check (held >= 0),
    expires_on date not null,
    renewed boolean not null,
    incentive text collate "C",
    touched boolean not null,
    kept_until bigint not null,
    primary key (wallet, pot),
    check (remaining >= held)
) with (fillfactor = 60);
create index on pot (expires_on);

-- Empty pots that a refund may still restore, until kept_until has passed.
create table empty_pot (
    wallet text collate "C" not null,
    pot bigint not null,
    kind text collate "C" not null,
    face bigint not null,
    paid bigint not null,
    remaining bigint not null check (remaining = 0),
    held bigint not null check (held = 0),
    expires_on date not null,
    renewed boolean not null,
    incentive text collate "C",
    touched boolean not null,
    kept_until bigint not null,
    primary key (wallet, pot)
);
create index on empty_pot (kept_until);

-- Open holds, those that are due to lapse included until their lapse is in the log. parts: [[pot, amount], …] in order.
create table hold (
    hold text collate "C" primary key,
    wallet text collate "C" not null,
    merchant text collate "C" not null,
    amount bigint not null check (amount > 0),
    parts jsonb not null,
    placed_at bigint not null,
    lapses_at bigint not null
);
create index on hold (wallet);

create table point_account (
    wallet text collate "C" primary key,
    points bigint not null
) with (fillfactor = 80);

create table member (
    wallet text collate "C" primary key,
    minutes bigint not null,
    provided bigint not null check (provided >= 0),
    joined_at bigint not null
) with (fillfactor = 80);

-- ------------------------------------------------------------------------------------------------ merchants, money out

-- Every won of a receivable is in one place: open, in_batch or paid.
create table merchant (
    merchant text collate "C" primary key,
    dong text collate "C" not null,
    trade text not null,
    policy_only boolean not null,
    suspended boolean not null,
    open bigint not null,
    in_batch bigint not null check (in_batch >= 0),
    paid bigint not null check (paid >= 0),
    registered_at bigint not null
) with (fillfactor = 60);

create table batch (
    batch date primary key,
    waiting bigint not null check (waiting >= 0),
    paid bigint not null check (paid >= 0),
    rejected bigint not null check (rejected >= 0),
    drafted_at bigint not null
);

create table batch_item (
    batch date not null,
    merchant text collate "C" not null,
    amount bigint not null check (amount > 0),
    state text collate "C" not null check (state in ('waiting', 'paid', 'rejected')),
    answered_at bigint,
    primary key (batch, merchant),
    check ((state = 'waiting') = (answered_at is null))
);
create index on batch_item (merchant);

-- ------------------------------------------------------------------------------------------------ fund, programmes

-- Balances may be below zero: take-backs. spent: all that was disbursed to projects.
create table fund (
    account text collate "C" primary key,
    balance bigint not null,
    spent bigint not null check (spent >= 0)
) with (fillfactor = 60);
insert into fund (account, balance, spent) values ('city', 0, 0);

create table programme (
    programme text collate "C" primary key,
    kind text collate "C" not null,
    basis text collate "C" not null,
    rate_per_hour bigint not null,
    monthly_cap bigint,
    expires_on date,
    opened_at bigint not null
);

-- place: the order in which the lines are drawn.
create table programme_line (
    programme text collate "C" not null,
    line text collate "C" not null,
    place int not null,
    payer text collate "C" not null,
    amount bigint not null,
    remaining bigint not null check (remaining >= 0),
    primary key (programme, line)
) with (fillfactor = 60);

grant usage on schema read to "${app}";
grant select, insert, update, delete on all tables in schema read to "${app}";
