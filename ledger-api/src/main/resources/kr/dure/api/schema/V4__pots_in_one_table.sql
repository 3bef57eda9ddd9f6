-- An empty pot stays where it is, until a refund can no longer restore it: moving it cost more than keeping it.

set local search_path = read;

insert into pot select * from empty_pot;
drop table empty_pot;

comment on table pot is
    'Pots that hold money, and empty ones that a refund may still restore: until kept_until has passed, looked at once a day.';
