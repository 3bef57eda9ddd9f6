-- Where in the log charges were asked for, and where money back to residents was ordered: to be listed by wallet.

create table read.money_order (
    position bigint primary key,
    kind text not null check (kind in ('CHARGE', 'PAYOUT')),
    wallet text collate "C", -- null: of a deposit that named no charge
    charge text collate "C"
);
create index on read.money_order (kind, wallet, position);
create index on read.money_order (charge) where kind = 'CHARGE';

grant select, insert, update, delete on read.money_order to "${app}";
