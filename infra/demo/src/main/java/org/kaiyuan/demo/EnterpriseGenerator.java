package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.demo.DemoEnterprise.Contact;
import org.kaiyuan.demo.DemoEnterprise.Former;
import org.kaiyuan.demo.DemoEnterprise.Qualification;
import org.kaiyuan.demo.DemoEnterprise.Year;
import org.kaiyuan.demo.Place.Street;
import org.kaiyuan.demo.Trade.Kind;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.EnterpriseStatus;

/**
 * Invents enterprises: the same seed gives the same ones, one after the other, as many as are wanted.
 *
 * <p>Not for several threads.
 */
public final class EnterpriseGenerator {
    private static final LocalDate EARLIEST = LocalDate.of(1993, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
    private static final int TWIN_EVERY = 250;
    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰文斌宇浩凯欣怡佳琪";
    private static final List<String> POSITIONS = List.of("总经理", "办公室主任", "财务负责人", "生产厂长", "安全主管");
    private static final List<String> TAGS =
            List.of("重点企业", "上市后备", "专班服务", "技改项目", "用工紧张", "用能大户", "走访未回", "链上配套");

    private final Place place;
    private final List<Trade> trades;
    private final InventedNames names;
    private final Draws draws;
    private final long firstOrdinal;
    private long made;
    private @Nullable DemoEnterprise last;

    private EnterpriseGenerator(Place place, List<Trade> trades, long seed, long firstOrdinal) {
        this.place = place;
        this.trades = trades;
        this.names = new InventedNames(place);
        this.draws = new Draws(seed);
        this.firstOrdinal = firstOrdinal;
    }

    /**
     * Enterprises for one place.
     *
     * @param firstOrdinal of the credit codes: two generators whose ordinals do not meet share none
     */
    public static EnterpriseGenerator of(Place place, long seed, long firstOrdinal) {
        var weighted = new ArrayList<Trade>();
        var all = Trade.all();
        boolean known = all.stream().anyMatch(t -> t.zones().containsKey(place.code()));
        for (var trade : all) {
            int weight = known ? trade.zones().getOrDefault(place.code(), 0) : 1;
            for (int i = 0; i < weight; i++) {
                weighted.add(trade);
            }
        }
        return new EnterpriseGenerator(place, List.copyOf(weighted), seed, firstOrdinal);
    }

    /** So many of them, lazily. */
    public Stream<DemoEnterprise> stream(long count) {
        return Stream.generate(this::next).limit(count);
    }

    /** The next one. Now and then it is one that was recorded twice, without its code. */
    public DemoEnterprise next() {
        long ordinal = firstOrdinal + made;
        made++;
        var before = last;
        var next =
                before != null && before.creditCode() != null && made % TWIN_EVERY == 0
                        ? twin(before, ordinal)
                        : invent(ordinal);
        last = next;
        return next;
    }

    private DemoEnterprise invent(long ordinal) {
        var trade = draws.oneOf(trades);
        var street = draws.oneOf(place.streets());
        boolean large = draws.chance(0.03);
        var invented = names.next(draws, trade, street, large);
        long capital = capital(trade, large);
        var status = status();
        var founded =
                status == EnterpriseStatus.PREPARING
                        ? draws.day(LocalDate.of(2025, 10, 1), TODAY)
                        : draws.recentDay(EARLIEST, LocalDate.of(2025, 9, 30));
        var settled = draws.chance(0.6) ? founded : laterThan(founded, 1500);
        var ended =
                status == EnterpriseStatus.DEREGISTERED || status == EnterpriseStatus.REVOKED
                        ? laterThan(settled, 2500)
                        : null;
        int lastYear =
                ended != null
                        ? ended.getYear() - 1
                        : switch (status) {
                            case PREPARING -> 0;
                            case SUSPENDED, MOVED_OUT -> draws.between(2023, 2025);
                            default -> 2025;
                        };
        var years = InventedFigures.years(draws, trade, capital, founded.getYear(), lastYear);
        boolean running = status == EnterpriseStatus.ACTIVE && !years.isEmpty();
        long revenue = years.isEmpty() ? 0 : years.getLast().revenueYuan();
        boolean overLimit = running && revenue >= InventedFigures.SCALE_YUAN;
        boolean aboveScale = overLimit && trade.kind() == Kind.MAKES;
        var product = product(trade);
        return new DemoEnterprise(
                draws.id(ordinal),
                invented.name(),
                draws.chance(0.4) ? invented.shortName() : null,
                InventedCodes.code(street.areaCode(), ordinal),
                invented.kind(),
                status,
                capital,
                founded,
                settled,
                ended,
                trade.industryCode(),
                emptyIsNull(trade.leadingIndustry()),
                emptyIsNull(trade.subIndustry()),
                chainPosition(trade, large),
                street.areaCode(),
                place.city(),
                address(street),
                draws.oneOf(place.areas()),
                scope(trade),
                product,
                draws.chance(0.3) ? "https://www.q%d.example.com".formatted(ordinal) : null,
                aboveScale,
                overLimit,
                formerNames(trade, street, founded),
                contacts(ordinal),
                qualifications(ordinal, trade, status, years, aboveScale),
                years,
                tags(aboveScale));
    }

    /** The same enterprise as somebody else typed it: another bracket or no 市, and no code. */
    private DemoEnterprise twin(DemoEnterprise of, long ordinal) {
        var name =
                of.name().contains("（")
                        ? of.name().replace('（', '(').replace('）', ')')
                        : of.name().contains("有限责任公司")
                                ? of.name().replace("有限责任公司", "有限公司")
                                : of.name().replace("有限公司", "有限责任公司");
        return new DemoEnterprise(
                draws.id(ordinal),
                name,
                of.shortName(),
                null,
                of.kind(),
                of.status(),
                of.capitalYuan(),
                of.foundedOn(),
                of.settledOn(),
                of.deregisteredOn(),
                of.industryCode(),
                of.leadingIndustry(),
                of.subIndustry(),
                ChainPosition.NONE,
                of.divisionCode(),
                of.city(),
                of.address(),
                of.zoneLocation(),
                of.businessScope(),
                of.products(),
                null,
                false,
                false,
                List.of(),
                contacts(ordinal),
                List.of(),
                List.of(),
                List.of("疑似重复"));
    }

    private EnterpriseStatus status() {
        double at = draws.between(0.0, 1.0);
        return at < 0.875
                ? EnterpriseStatus.ACTIVE
                : at < 0.915
                        ? EnterpriseStatus.PREPARING
                        : at < 0.945
                                ? EnterpriseStatus.SUSPENDED
                                : at < 0.965
                                        ? EnterpriseStatus.MOVED_OUT
                                        : at < 0.995
                                                ? EnterpriseStatus.DEREGISTERED
                                                : EnterpriseStatus.REVOKED;
    }

    /** People register round sums. */
    private long capital(Trade trade, boolean large) {
        double around = draws.around(trade.capitalYuan() * (large ? 6.0 : 0.6), 0.8);
        long step = around < 1_000_000 ? 100_000 : around < 20_000_000 ? 1_000_000 : 10_000_000;
        return Math.max(step, Math.round(around / step) * step);
    }

    private LocalDate laterThan(LocalDate day, int days) {
        var later = day.plusDays(draws.between(30, days));
        return later.isAfter(TODAY) ? (day.isAfter(TODAY) ? day : draws.day(day, TODAY)) : later;
    }

    private ChainPosition chainPosition(Trade trade, boolean large) {
        if (trade.leadingIndustry().isEmpty() || trade.subIndustry().isEmpty()) {
            return draws.chance(0.2) ? ChainPosition.SUPPORTING : ChainPosition.NONE;
        }
        if (large) {
            return draws.chance(0.2) ? ChainPosition.CHAIN_LEADER : ChainPosition.CORE;
        }
        return draws.chance(0.15)
                ? ChainPosition.CORE
                : draws.chance(0.5) ? ChainPosition.SUPPORTING : ChainPosition.NONE;
    }

    private String address(Street street) {
        var address =
                "四川省%s市%s%s%s%d号"
                        .formatted(
                                place.city(),
                                street.area(),
                                street.name(),
                                draws.oneOf(place.roads()),
                                draws.between(1, 388));
        return draws.chance(0.3)
                ? address + draws.between(1, 18) + "栋" + draws.between(1, 6) + "层"
                : address;
    }

    private String scope(Trade trade) {
        var items = new LinkedHashSet<>(trade.scope());
        if (draws.chance(0.4)) {
            items.add("货物进出口");
        }
        if (draws.chance(0.4)) {
            items.add("技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广");
        }
        if (draws.chance(0.15)) {
            items.add("非居住房地产租赁");
        }
        return "一般项目：" + String.join("；", items) + "。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）";
    }

    private String product(Trade trade) {
        int wanted = draws.between(1, trade.products().size());
        int from = draws.below(trade.products().size());
        var products = new ArrayList<String>();
        for (int i = 0; i < wanted; i++) {
            products.add(trade.products().get((from + i) % trade.products().size()));
        }
        return String.join("、", products);
    }

    private List<Former> formerNames(Trade trade, Street street, LocalDate founded) {
        if (!draws.chance(0.05)) {
            return List.of();
        }
        return List.of(
                new Former(
                        names.next(draws, trade, street, false).name(), laterThan(founded, 2500)));
    }

    private List<Contact> contacts(long ordinal) {
        var contacts = new ArrayList<Contact>();
        int wanted = draws.chance(0.25) ? 2 : 1;
        for (int i = 0; i < wanted; i++) {
            var name = new StringBuilder().append(draws.oneOf(SURNAMES)).append(draws.oneOf(GIVEN));
            if (draws.chance(0.6)) {
                name.append(draws.oneOf(GIVEN));
            }
            contacts.add(
                    new Contact(
                            draws.id(ordinal),
                            name.toString(),
                            draws.oneOf(POSITIONS),
                            "1110000%04d".formatted(draws.below(10_000)),
                            "lianxi%d.%d@example.com".formatted(ordinal, i)));
        }
        return List.copyOf(contacts);
    }

    private List<Qualification> qualifications(
            long ordinal,
            Trade trade,
            EnterpriseStatus status,
            List<Year> years,
            boolean aboveScale) {
        if (status != EnterpriseStatus.ACTIVE || years.isEmpty()) {
            return List.of();
        }
        var held = new ArrayList<Qualification>();
        boolean makes = trade.kind() == Kind.MAKES;
        boolean researches = years.getLast().researchYuan() > years.getLast().revenueYuan() / 40;
        if (researches && draws.chance(0.6)) {
            held.add(qualification(ordinal, "HIGH_TECH", "GR%d51D%05d", 3));
        }
        if (researches && !aboveScale && draws.chance(0.5)) {
            held.add(qualification(ordinal, "TECH_SME", "%d5106D%06d", 1));
        }
        if (researches && draws.chance(0.15)) {
            held.add(qualification(ordinal, "SPECIALISED_SME", "川专精特新%dD%04d", 3));
        }
        if (researches && aboveScale && draws.chance(0.08)) {
            held.add(qualification(ordinal, "LITTLE_GIANT", "工信小巨人%dD%04d", 3));
        }
        if (researches && draws.chance(0.06)) {
            held.add(qualification(ordinal, "GAZELLE", "川瞪羚%dD%03d", 3));
        }
        if (makes && aboveScale && draws.chance(0.06)) {
            held.add(qualification(ordinal, "GREEN_FACTORY", "川绿工%dD%03d", 3));
        }
        if (makes && draws.chance(0.03)) {
            held.add(qualification(ordinal, "INNOVATIVE_SME", "川创新%dD%04d", 3));
        }
        return List.copyOf(held);
    }

    private Qualification qualification(long ordinal, String kind, String number, int years) {
        int year = draws.between(years == 1 ? 2025 : 2022, 2025);
        var from = draws.day(LocalDate.of(year, 3, 1), LocalDate.of(year, 12, 20));
        return new Qualification(
                draws.id(ordinal),
                kind,
                number.formatted(year, draws.below(1000)),
                from,
                from.plusYears(years).minusDays(1));
    }

    private List<String> tags(boolean aboveScale) {
        var tags = new LinkedHashSet<String>();
        if (aboveScale && draws.chance(0.25)) {
            tags.add("重点企业");
        }
        if (draws.chance(0.12)) {
            tags.add(draws.oneOf(TAGS));
        }
        return List.copyOf(tags);
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
