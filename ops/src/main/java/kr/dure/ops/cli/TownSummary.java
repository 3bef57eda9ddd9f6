package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.dure.api.report.TownFigures;
import kr.dure.core.id.FundAccount;
import kr.dure.core.ledger.Moment;

/** The state of a town on one screen. */
final class TownSummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Moment.KST);
    private static final int MOST_ROWS = 8;

    private final DataSource database;

    TownSummary(DataSource database) {
        this.database = database;
    }

    void print(PrintWriter out) throws SQLException {
        var figures = TownFigures.read(database);
        title(out, figures.latest());
        people(out, figures);
        money(out, figures);
        fund(out, figures.fund());
        programmes(out, figures.programmes());
        refusals(out, figures.refusals());
        out.flush();
    }

    private static void title(PrintWriter out, Instant latest) {
        out.println("두레 원장  Dure ledger · " + TIME.format(latest) + " KST");
        out.println();
    }

    private static void people(PrintWriter out, TownFigures figures) {
        out.printf(
                Locale.ROOT,
                "사람   People      주민 residents %,d · 기관 institutions %,d · 가맹점 merchants %,d · 시간은행 time bank %,d%n",
                figures.residents(),
                figures.institutions(),
                figures.merchants(),
                figures.members());
        out.printf(Locale.ROOT, "지갑   Wallets     %s · 포인트 points %,d%n%n", won(figures.held()), figures.points());
    }

    private static void money(PrintWriter out, TownFigures figures) {
        out.printf(
                "돈     Money       들어옴 paid in %s · 돌려줌 paid back %s · 가맹점 지급 to merchants %s%n",
                won(figures.paidIn()), won(figures.paidBack()), won(figures.paidToMerchants()));
        out.printf(
                "                   가맹점 미정산 open %s · 지급 중 in batch %s · 장려금 incentives %s%n%n",
                won(figures.open()), won(figures.inBatch()), won(figures.incentives()));
    }

    private static void fund(PrintWriter out, List<TownFigures.Named> fund) {
        out.printf("기금   Fund        %s%n", won(sum(fund)));
        rows(out, fund);
    }

    private static void programmes(PrintWriter out, List<TownFigures.Budget> programmes) {
        out.println("사업   Programmes");
        programmes.stream()
                .limit(MOST_ROWS)
                .forEach(programme -> out.printf(
                        "   %s 남음 left %s / %s%n",
                        padded(programme.programme(), 24), won(programme.left()), won(programme.budget())));
        out.println();
    }

    private static void refusals(PrintWriter out, List<TownFigures.Named> refusals) {
        out.printf(Locale.ROOT, "거절   Refused     %,d%n", sum(refusals));
        out.println("   "
                + refusals.stream()
                        .limit(MOST_ROWS)
                        .map(refusal -> refusal.name() + " " + refusal.amount())
                        .collect(Collectors.joining(" · ")));
    }

    private static void rows(PrintWriter out, List<TownFigures.Named> rows) {
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> out.printf("   %s %15s%n", padded(named(row.name()), 24), won(row.amount())));
        if (rows.size() > MOST_ROWS) {
            out.printf(Locale.ROOT, "   … %,d개 더 more%n", rows.size() - MOST_ROWS);
        }
        out.println();
    }

    private static String named(String account) {
        return account.equals(FundAccount.CITY.value()) ? "도시 전체 city" : account;
    }

    private static long sum(List<TownFigures.Named> rows) {
        return rows.stream().mapToLong(TownFigures.Named::amount).sum();
    }

    private static String won(long amount) {
        return String.format(Locale.ROOT, amount < 0 ? "−₩%,d" : "₩%,d", Math.abs(amount));
    }

    /** Padded to a width in columns: a Hangul syllable takes two. */
    private static String padded(String text, int width) {
        int columns = text.codePoints().map(point -> point >= 0x1100 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - columns));
    }
}
