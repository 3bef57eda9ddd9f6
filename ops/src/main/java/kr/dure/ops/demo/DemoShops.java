package kr.dure.ops.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shops of the town, and its machines. */
final class DemoShops {
    private static final List<String> DONGS = DemoPeople.DONGS;
    private static final int FIRST_OWNER = 5;
    private static final int NEARBY_PERCENT = 45;
    private static final int STALLS_ON_MARKET_DAYS_PERCENT = 45;

    private final Chance chance;
    private final List<Shop> shops = new ArrayList<>();
    private final List<Shop> machines = new ArrayList<>();

    DemoShops(Chance chance) {
        this.chance = chance;
        shops.add(shop("bakery", 1, 420_000_000L, 2_500, 18_000, 8, 21));
        shops.add(shop("grocer", 3, 1_150_000_000L, 4_000, 60_000, 8, 22));
        shops.add(shop("cafe", 2, 260_000_000L, 2_500, 16_000, 8, 23));
        shops.add(shop("bookshop", 1, 180_000_000L, 8_000, 45_000, 10, 21));
        shops.add(shop("hardware", 0, 350_000_000L, 3_000, 70_000, 8, 19));
        shops.add(shop("restaurant", 3, 610_000_000L, 8_000, 64_000, 11, 22));
        shops.add(shop("pharmacy", 1, 540_000_000L, 3_000, 28_000, 9, 21));
        shops.add(shop("hair-salon", 4, 130_000_000L, 12_000, 60_000, 10, 20));
        shops.add(shop("butcher", 3, 480_000_000L, 9_000, 55_000, 9, 20));
        shops.add(shop("rice-cake", 3, 150_000_000L, 3_000, 30_000, 7, 19));
        machines.add(shop("laundromat", 2, 95_000_000L, 4_000, 12_000, 0, 24));
        machines.add(shop("ev-charging", 0, 220_000_000L, 8_000, 30_000, 0, 24));
        shops.add(shop("restaurant", 5, 310_000_000L, 7_000, 42_000, 11, 22));
        shops.add(shop("convenience", 2, 730_000_000L, 1_500, 15_000, 0, 24));
        shops.add(shop("florist", 4, 90_000_000L, 8_000, 50_000, 9, 20));
        shops.add(shop("stationery", 5, 110_000_000L, 1_000, 20_000, 8, 20));
        shops.add(shop("bicycle-repair", 5, 70_000_000L, 5_000, 45_000, 9, 19));
        shops.add(shop("market-stall", 3, 60_000_000L, 3_000, 25_000, 6, 18));
        shops.add(shop("market-stall", 3, 45_000_000L, 2_000, 20_000, 6, 18));
        shops.add(shop("market-stall", 3, 85_000_000L, 8_000, 40_000, 6, 18));
        shops.add(shop("optician", 1, 280_000_000L, 20_000, 150_000, 10, 20));
        shops.add(shop("farm-produce", 0, 900_000_000L, 4_000, 45_000, 8, 19));
        shops.add(shop("cafe", 5, 75_000_000L, 3_000, 14_000, 10, 22));
        shops.add(shop("supermarket", 0, 4_800_000_000L, 5_000, 40_000, 9, 22));
    }

    private Shop shop(String trade, int dong, long sales, int cheapest, int dearest, int opens, int closes) {
        int number = shops.size() + machines.size() + 1;
        String owner = Resident.wallet(FIRST_OWNER + number);
        List<String> owners =
                number % 3 == 2 ? List.of(owner, Resident.wallet(FIRST_OWNER + number + 25)) : List.of(owner);
        return new Shop(id(number), DONGS.get(dong), trade, sales, owners, cheapest, dearest, opens, closes);
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "M%04d", number);
    }

    List<Shop> all() {
        List<Shop> all = new ArrayList<>(shops);
        all.addAll(machines);
        return all;
    }

    Shop number(int number) {
        return all().stream()
                .filter(shop -> shop.id().equals(id(number)))
                .findFirst()
                .orElseThrow();
    }

    Shop machine() {
        return chance.pick(machines);
    }

    /** Where a resident of the dong goes at this time, if anything is open. */
    @Nullable
    Shop near(String dong, LocalDateTime now) {
        var open = shops.stream().filter(shop -> shop.isOpen(now)).toList();
        var stalls = open.stream().filter(Shop::isStall).toList();
        var near = open.stream().filter(shop -> shop.dong().equals(dong)).toList();
        if (!stalls.isEmpty() && chance.percent(STALLS_ON_MARKET_DAYS_PERCENT)) {
            return chance.pick(stalls);
        }
        if (!near.isEmpty() && chance.percent(NEARBY_PERCENT)) {
            return chance.pick(near);
        }
        return open.isEmpty() ? null : chance.pick(open);
    }
}
