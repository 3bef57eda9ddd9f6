package kr.dure.bench.peer;

import java.util.Map;

/** The statements of {@link JdbcSubject}. */
final class JdbcSql {
    private JdbcSql() {}

    // ------------------------------------------------------------------------------------------------- preparing

    /** Rows that change often have room beside them on their page, so that changing them touches no index. */
    static final String TABLES = """
            create table wallet (
                id integer primary key,
                balance bigint not null check (balance >= 0),
                frozen boolean not null default false,
                spent_in date not null default '1970-01-01',
                spent bigint not null default 0,
                monthly_limit bigint not null default 2000000
            ) with (fillfactor = 50);
            create table merchant (
                id integer primary key,
                fund integer not null,
                suspended boolean not null default false,
                balance bigint not null default 0
            ) with (fillfactor = 10);
            create table payment (
                id uuid primary key,
                wallet integer not null,
                merchant integer not null,
                fund integer not null,
                amount bigint not null check (amount > 0),
                contribution bigint not null,
                at timestamptz not null default now()
            );
            create table posting (
                operation uuid,
                kind "char" not null,
                owner integer not null,
                amount bigint not null
            );
            create table points (
                wallet integer primary key,
                balance bigint not null default 0,
                counted_on date not null default '1970-01-01',
                counted bigint not null default 0,
                latest bigint not null default 0
            ) with (fillfactor = 50);
            create table programme (
                id integer primary key,
                points_per_kilogram bigint not null,
                budget bigint not null check (budget >= 0)
            ) with (fillfactor = 10);
            create table deposit (
                id uuid primary key,
                wallet integer not null,
                programme integer not null,
                grams bigint not null,
                counted bigint not null,
                points bigint not null,
                at timestamptz not null default now()
            );
            """;

    static final String STATEMENTS_INDEX = "create index on posting (kind, owner)";

    static String grants(String app) {
        return """
                grant select, update on wallet, merchant, points, programme to %1$s;
                grant select, insert on payment, posting, deposit to %1$s;
                """.formatted(app);
    }

    static final String OPEN_MERCHANTS =
            "insert into merchant (id, fund) select n, n % 20 from generate_series(0, ? - 1) as n";

    /** What a wallet holds came from the bank, {@code b}. */
    static final String OPEN_WALLETS = """
            with opened as (
                insert into wallet (id, balance) select n, ? from generate_series(0, ? - 1) as n returning id, balance
            )
            insert into posting (kind, owner, amount)
            select side.kind::"char", side.owner, side.amount
            from opened cross join lateral (values ('w', id, balance), ('b', 0, -balance)) as side(kind, owner, amount)
            """;

    static final String OPEN_REST = """
            insert into points (wallet) select id from wallet;
            insert into programme (id, points_per_kilogram, budget) values (0, 600, 1000000000000000);
            """;

    // ------------------------------------------------------------------------------------------------- the load

    /** Each step takes its rows from the one before it, so they happen in this order, or none of them does. */
    private static final String DEBIT = """
            with asked as materialized (
                select ?::bigint as amount, ?::integer as merchant, ?::date as month
            ), shop as materialized (
                select merchant.id, fund, amount, month, amount * 5 / 1000 as contribution
                from merchant join asked on merchant.id = asked.merchant
                where not suspended
            ), payer as (
                update wallet
                set balance = balance - amount,
                    spent = case when spent_in = month then spent else 0 end + amount,
                    spent_in = month
                from shop
                where wallet.id = ? and not frozen and balance >= amount
                    and case when spent_in = month then spent else 0 end + amount <= monthly_limit
                returning wallet.id as wallet, shop.id as merchant, fund, amount, contribution
            ), paid as (
                insert into payment (id, wallet, merchant, fund, amount, contribution)
                select ?, wallet, merchant, fund, amount, contribution from payer
                returning *
            )
            """;

    private static final String POST = """
            insert into posting (operation, kind, owner, amount)
            select paid.id, side.kind::"char", side.owner, side.amount
            from paid cross join lateral (values
                ('w', wallet, -paid.amount), ('f', fund, contribution), ('m', merchant, paid.amount - contribution)
            ) as side(kind, owner, amount)
            """;

    /** The merchant's posting is the last one, and its row is changed when that has been inserted. */
    static final String PAY = DEBIT + ", posted as (" + POST + """
             returning kind, owner, amount)
            update merchant set balance = balance + posted.amount
            from posted where posted.kind = 'm' and merchant.id = posted.owner
            """;

    /** A budget that is used up violates its check, which undoes the whole statement. */
    static final String WEIGH = """
            with asked as materialized (
                select ?::bigint as grams, ?::date as today, 5000 as cap,
                    id as programme, points_per_kilogram
                from programme where id = 0
            ), account as (
                update points
                set latest = least(grams, cap - case when counted_on = today then counted else 0 end),
                    counted = case when counted_on = today then counted else 0 end
                        + least(grams, cap - case when counted_on = today then counted else 0 end),
                    counted_on = today,
                    balance = balance + points_per_kilogram
                        * least(grams, cap - case when counted_on = today then counted else 0 end) / 1000
                from asked
                where wallet = ? and (counted_on <> today or counted < cap)
                returning wallet, programme, grams, latest, points_per_kilogram * latest / 1000 as points
            ), weighed as (
                insert into deposit (id, wallet, programme, grams, counted, points)
                select ?, wallet, programme, grams, latest, points from account
                returning *
            ), posted as (
                insert into posting (operation, kind, owner, amount)
                select weighed.id, side.kind::"char", side.owner, side.amount
                from weighed cross join lateral (values
                    ('p', wallet, points), ('g', programme, -points)) as side(kind, owner, amount)
                returning kind, owner, amount
            )
            update programme set budget = budget + posted.amount
            from posted where posted.kind = 'g' and programme.id = posted.owner
            """;

    static final String SAME_PAYMENT =
            "select exists (select from payment where id = ? and wallet = ? and merchant = ? and amount = ?)";

    static final String SAME_DEPOSIT = "select exists (select from deposit where id = ? and wallet = ? and grams = ?)";

    // ------------------------------------------------------------------------------------------------- checking

    /** Each counts what must not be there. */
    static final Map<String, String> COUNTS_OF_WRONG = Map.of(
            "postings add up to", "select coalesce(sum(amount), 0) from posting",
            "wallets that owe", "select count(*) from wallet where balance < 0",
            "wallets whose balance is not the sum of their postings", """
                    select count(*)
                    from wallet full join (
                        select owner, sum(amount) as posted from posting where kind = 'w' group by owner
                    ) as sums on owner = id
                    where balance is distinct from posted
                    """,
            "points that are not the sum of their postings", """
                    select count(*)
                    from points left join (
                        select owner, sum(amount) as posted from posting where kind = 'p' group by owner
                    ) as sums on owner = wallet
                    where balance <> coalesce(posted, 0)
                    """,
            "operations that have not all their postings", """
                    select count(*)
                    from (select id, 3 as sides from payment union all select id, 2 from deposit) as operations
                    full join (
                        select operation, count(*) as found, sum(amount) as total
                        from posting where operation is not null group by operation
                    ) as postings on operation = id
                    where sides is distinct from found or total <> 0
                    """);

    static final String WRONG_MERCHANTS = """
            select count(*)
            from merchant left join (
                select owner, sum(amount) as posted from posting where kind = 'm' group by owner
            ) as sums on owner = id
            where balance <> coalesce(posted, 0)
            """;

    static final String FOUND = """
            select (select count(*) from payment) + (select count(*) from deposit),
                   (select coalesce(sum(amount), 0) from payment)
            """;
}
