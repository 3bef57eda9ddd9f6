-- What was answered to requests that change something beside the ledger; the ledger keeps its own answers.

create table access.answer (
    operation text collate "C" primary key,
    digest bytea not null check (length(digest) = 32), -- of the request
    status int, -- null: the answer is made anew each time, and always the same
    location text,
    body text,
    refused text, -- the code of the problem
    at timestamptz not null,
    check (status is not null or (location is null and body is null and refused is null)),
    check (status is null or (body is null) <> (refused is null))
);
create index on access.answer (at);

grant select, insert, delete on access.answer to "${app}";
