-- What one person proposes and another approves. What a proposal says never changes: the role that runs may end one, and
-- nothing else.

create schema desk;

create table desk.proposal (
    id text collate "C" primary key,
    kind text collate "C" not null,
    content jsonb not null,
    digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'), -- of the kind and the canonical content
    report jsonb,                                                       -- what was found when it was looked through
    request bytea not null,                                             -- keyed digest of the request that proposed it
    proposed_by text collate "C" not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
    refusal text,                                                       -- the ledger's, of the latest attempt
    decision text collate "C",                                          -- the request that ended it
    decided_by text collate "C",
    decided_at timestamptz,
    reason text,
    operation text collate "C",                                         -- of the ledger
    position bigint,
    check ((state = 'proposed') = (decision is null)),
    check ((state = 'approved') = (operation is not null))
);
create index on desk.proposal (proposed_at, id);
create index on desk.proposal (kind, proposed_at, id) where state = 'proposed';

-- Each approval, before the ledger is asked. Its operation is made of the proposal and its number.
create table desk.approval (
    request text collate "C" primary key,
    digest bytea not null,
    proposal text collate "C" not null references desk.proposal,
    number int not null check (number > 0),
    approved_by text collate "C" not null,
    approved_at timestamptz not null,
    outcome text not null check (outcome in ('open', 'accepted', 'refused', 'overtaken')),
    refusal text,
    unique (proposal, number),
    check ((outcome = 'refused') = (refusal is not null))
);
create unique index on desk.approval (proposal) where outcome in ('open', 'accepted');

grant usage on schema desk to "${app}";
grant select, insert on desk.proposal, desk.approval to "${app}";
grant update (state, refusal, decision, decided_by, decided_at, reason, operation, position) on desk.proposal to "${app}";
grant update (outcome, refusal) on desk.approval to "${app}";
