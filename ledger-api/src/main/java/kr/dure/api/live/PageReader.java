package kr.dure.api.live;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.live.Topic.OfShop;
import kr.dure.api.live.Topic.OfWallet;
import kr.dure.api.log.EventStream;
import kr.dure.api.log.Found;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEvents;
import kr.dure.api.projection.Snapshot;
import kr.dure.api.wallet.WalletNews;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.WalletEvent;

/** Reads what listeners are to be told. Only what somebody listens to is taken apart. */
final class PageReader {
    private static final int PAGE = 500;
    private static final int PAGE_OF_A_WALLET = 200;
    private static final String WALLET = "wallet/";

    private final LogSlice log;
    private final ShopEvents shopEvents;
    private final DataSource database;
    private final EventCodec codec;

    PageReader(LogSlice log, DataSource database, EventCodec codec) {
        this.log = log;
        this.shopEvents = new ShopEvents(log);
        this.database = database;
        this.codec = codec;
    }

    /** What comes after a position, for everybody. */
    Page after(long position, Set<Topic> wanted) {
        var events = log.after(position, PAGE);
        var page = new Page(
                position, events.isEmpty() ? position : events.getLast().position());
        boolean forShops = wanted.stream().anyMatch(OfShop.class::isInstance);
        List<Found<LedgerEvent>> taken = new ArrayList<>();
        for (StoredEvent stored : events) {
            boolean forItsWallet = isWanted(stored, wanted);
            if (forShops || forItsWallet) {
                var found = log.read(stored);
                taken.add(found);
                if (forItsWallet) {
                    add(found, page);
                }
            }
        }
        if (forShops) {
            addForShops(taken, wanted, page);
        }
        return page;
    }

    private static boolean isWanted(StoredEvent event, Set<Topic> wanted) {
        return event.stream().startsWith(WALLET)
                && wanted.contains(new OfWallet(new WalletId(event.stream().substring(WALLET.length()))));
    }

    private void addForShops(List<Found<LedgerEvent>> events, Set<Topic> wanted, Page page) {
        for (var event : shopEvents.of(events)) {
            var topic = new OfShop(new MerchantId(event.merchant()));
            if (wanted.contains(topic)) {
                page.add(topic, Notice.of(event));
            }
        }
    }

    private static void add(Found<LedgerEvent> found, Page page) {
        found.as(WalletEvent.class)
                .ifPresent(event -> page.add(new OfWallet(event.fact().wallet()), Notice.of(WalletNews.of(event))));
    }

    /** The past of one wallet, up to a position, without reading what lies between its events. */
    Page ofWallet(WalletId wallet, long after, long upTo) throws SQLException {
        List<Found<LedgerEvent>> events;
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            events = new EventStream(snapshot, codec, wallet).between(after, upTo, PAGE_OF_A_WALLET);
        }
        boolean all = events.size() < PAGE_OF_A_WALLET;
        var page = new Page(after, all ? upTo : events.getLast().position());
        events.forEach(event -> add(event, page));
        return page;
    }
}
