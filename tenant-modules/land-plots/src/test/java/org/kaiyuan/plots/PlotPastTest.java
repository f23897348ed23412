package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plots as of a day, against a replay of what was entered. */
@KaiyuanTest
@ActAsZone("deyang")
@Import(MovingClock.Bound.class)
class PlotPastTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired PlotRegistration registration;
    @Autowired PlotDirectory directory;
    @Autowired PlotMap map;
    @Autowired PlotMoves moves;
    @Autowired PlotSplitting splitting;
    @Autowired PlotMerging merging;
    @Autowired PlotBoundaryChange boundary;
    @Autowired SupplyContracts contracts;
    @Autowired HolderFigures holders;
    @Autowired PlatformTransactionManager transactions;
    @Autowired MovingClock clock;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, leads.lead cascade");
        }
    }

    @Test
    void a_plot_is_what_it_was_on_each_day() {
        clock.day(FIRST);
        var id = registered("A-01", 0);
        clock.day(FIRST.plusDays(5));
        registration.revise(id, 0, Papers.of("A-02", "改名"));
        clock.day(FIRST.plusDays(9));
        moves.move(id, PlotState.RESERVE, FIRST.plusDays(7), null);
        clock.day(FIRST.plusDays(12));
        var now =
                boundary.change(
                        seen(id),
                        PlotLineageTest.square(442_000, 3_442_200, 90, 200),
                        null,
                        null,
                        null);

        var fourth = directory.details(id, FIRST.plusDays(4));
        assertThat(fourth.profile()).isEqualTo(Papers.of("A-01"));
        assertThat(fourth.state()).isEqualTo(PlotState.PLANNED);
        assertThat(fourth.stateSince()).isEqualTo(FIRST);
        assertThat(directory.details(id, FIRST.plusDays(5)).profile().name()).isEqualTo("改名");
        assertThat(directory.details(id, FIRST.plusDays(6)).state()).isEqualTo(PlotState.PLANNED);
        assertThat(directory.details(id, FIRST.plusDays(7)).state()).isEqualTo(PlotState.RESERVE);
        assertThat(directory.details(id, FIRST.plusDays(11)).computedM2())
                .isEqualByComparingTo("20000.00");
        for (var day : List.of(FIRST.minusDays(1), FIRST.plusDays(12))) {
            assertThatThrownBy(() -> directory.details(id, day)).isInstanceOf(PlotNotThen.class);
        }
        assertThat(directory.details(now, FIRST.plusDays(12)).stateSince())
                .isEqualTo(FIRST.plusDays(7));

        // filters mean the day's words, maps the day's border
        assertThat(found(filter("A-01"), FIRST.plusDays(4))).containsExactly("A-01");
        assertThat(found(filter("A-01"), FIRST.plusDays(5))).isEmpty();
        assertThat(found(filter("改"), FIRST.plusDays(5))).containsExactly("A-02");
        assertThat(map.plots(PlotFilter.ALL, FIRST.plusDays(11), 0))
                .singleElement()
                .satisfies(plot -> assertThat(plot.areaM2()).isEqualTo(20_000));
        assertThat(map.plots(PlotFilter.ALL, FIRST.plusDays(12), 0))
                .singleElement()
                .satisfies(plot -> assertThat(plot.areaM2()).isEqualTo(18_000));
        assertThat(map.plots(PlotFilter.ALL, FIRST.minusDays(1), 0)).isEmpty();
    }

    @Test
    void who_held_a_plot_by_contract_is_told_of_each_day() throws Exception {
        clock.day(FIRST);
        var id = registered("A-01", 0);
        owner("update plots.plot set state = 'ANNOUNCED'");
        clock.day(FIRST.plusDays(5));
        contracts.sign(id, SupplyGround.note("A-01", null));
        clock.day(FIRST.plusDays(7));
        contracts.amend(id, 0, renamed(SupplyGround.note("A-01", null), "更名有限公司"), "企业更名");
        clock.day(FIRST.plusDays(9));
        contracts.end(id, 1, FIRST.plusDays(9), "双方协商解除");
        clock.day(FIRST.plusDays(12));
        contracts.sign(id, SupplyGround.note("A-02", null));
        owner("update plots.plot set state = 'SUPPLIED'");
        clock.day(FIRST.plusDays(15));
        moves.move(id, PlotState.RECOVERED, null, "依法收回");
        clock.day(FIRST.plusDays(20));

        assertThat(holder(id, 4)).isNull();
        assertThat(holder(id, 5)).isEqualTo("德阳某某装备有限公司");
        assertThat(holder(id, 7)).isEqualTo("更名有限公司");
        assertThat(holder(id, 9)).isNull();
        assertThat(holder(id, 12)).isEqualTo("德阳某某装备有限公司");
        assertThat(holder(id, 15)).isNull();
        assertThat(found(filter("更名"), FIRST.plusDays(8))).containsExactly("A-01");
        assertThat(found(filter("更名"), FIRST.plusDays(9))).isEmpty();
    }

    @Test
    void enterprises_that_became_one_or_left_the_directory_held_what_they_held() throws Exception {
        var before = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        clock.day(FIRST);
        var id = registered("A-01", 0);
        owner("update plots.plot set holder_id = '%s', holder_name = '甲公司'".formatted(before));
        clock.day(FIRST.plusDays(5));
        inTransaction(() -> holders.merged(new EnterpriseId(survivor), new EnterpriseId(before)));
        clock.day(FIRST.plusDays(9));
        inTransaction(() -> holders.removed(new EnterpriseId(survivor)));
        clock.day(FIRST.plusDays(12));

        assertThat(directory.details(id, FIRST.plusDays(4)).profile().holderId()).isEqualTo(before);
        assertThat(directory.details(id, FIRST.plusDays(8)).profile().holderId())
                .isEqualTo(survivor);
        assertThat(directory.details(id, FIRST.plusDays(9)).profile().holderId()).isNull();
        assertThat(directory.details(id).profile().holderName()).isEqualTo("甲公司");
    }

    private @Nullable String holder(PlotId id, int day) {
        return directory.details(id, FIRST.plusDays(day)).profile().holderName();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(t -> work.run());
    }

    private static SupplyNote renamed(SupplyNote n, String holder) {
        return new SupplyNote(
                n.mode(),
                n.number(),
                n.signedOn(),
                n.holderId(),
                holder,
                n.leadId(),
                n.termYears(),
                n.leaseYears(),
                n.priceYuan(),
                n.startOn(),
                n.finishOn(),
                n.productionOn(),
                n.investmentYuanM2(),
                n.taxYuanM2(),
                n.outputYuanM2(),
                n.floorRatio(),
                n.energyTce(),
                n.jobs(),
                n.note());
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '%d', false)"
                            .formatted(zones.zone("deyang").value()));
            sql.execute(statement);
        }
    }

    @Test
    void as_of_a_day_pages_follow_each_other_and_another_zone_sees_nothing() {
        clock.day(FIRST);
        for (int i = 0; i < 5; i++) {
            registered("A-0" + i, 1000 * i);
        }
        clock.day(FIRST.plusDays(9));

        var numbers = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = directory.find(PlotFilter.ALL, FIRST, next, 2);
            page.items().forEach(row -> numbers.add(row.number()));
            next = page.next();
        } while (next != null);
        assertThat(numbers).containsExactly("A-04", "A-03", "A-02", "A-01", "A-00");
        zones.in(
                "luzhou",
                () -> {
                    assertThat(found(PlotFilter.ALL, FIRST)).isEmpty();
                    assertThat(map.plots(PlotFilter.ALL, FIRST, 0)).isEmpty();
                    return null;
                });
    }

    @Test
    void each_day_of_a_random_history_is_as_its_entries_say() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            bare_ground();
            replay(new Random(seed), "seed " + seed);
        }
    }

    /** What was entered about a plot, in the order of entries. */
    private static final class Entered {
        final PlotId id;
        final LocalDate begun;
        final int west;
        final int width;
        final List<Move> moves = new ArrayList<>();
        final TreeMap<LocalDate, String> names = new TreeMap<>();
        @Nullable LocalDate ended;

        Entered(PlotId id, LocalDate begun, int west, int width) {
            this.id = id;
            this.begun = begun;
            this.west = west;
            this.width = width;
        }

        PlotState state(LocalDate day) {
            return moves.reversed().stream()
                    .filter(move -> !move.on().isAfter(day))
                    .findFirst()
                    .orElseThrow()
                    .to();
        }

        LocalDate since() {
            return moves.getLast().on();
        }

        String told(LocalDate day) {
            return names.floorEntry(day).getValue() + " " + state(day) + " " + width * 200 + ".00";
        }
    }

    private record Move(LocalDate on, PlotState to) {}

    private void replay(Random random, String seed) {
        var all = new ArrayList<Entered>();
        var day = FIRST;
        var first = day;
        int numbers = 0;
        for (int step = 0; step < 40; step++) {
            day = day.plusDays(random.nextInt(3));
            clock.day(day);
            var alive = all.stream().filter(one -> one.ended == null).toList();
            if (alive.isEmpty() || random.nextInt(5) == 0) {
                var name = seed + " N" + numbers++;
                int west = 1000 * all.size();
                var one = new Entered(registered(name, west), day, west, 100);
                one.moves.add(new Move(day, PlotState.PLANNED));
                one.names.put(day, name);
                all.add(one);
                continue;
            }
            var one = alive.get(random.nextInt(alive.size()));
            switch (random.nextInt(3)) {
                case 0 -> {
                    var name = seed + " N" + numbers++;
                    registration.revise(one.id, seen(one.id).version(), Papers.of(name, name));
                    one.names.put(day, name);
                }
                case 1 -> {
                    var to =
                            one.state(day) == PlotState.RESERVE
                                    ? PlotState.ACQUISITION
                                    : PlotState.RESERVE;
                    var on = day.minusDays(random.nextInt(6));
                    moves.move(one.id, to, on, null);
                    one.moves.add(new Move(on, to));
                }
                default -> {
                    if (one.width >= 4) {
                        split(one, day, seed + " N" + numbers, all);
                        numbers++;
                    }
                }
            }
        }
        assertThat(all).as(seed).anyMatch(one -> one.ended != null);
        for (var then = first.minusDays(1); !then.isAfter(day); then = then.plusDays(1)) {
            var asOf = then;
            assertThat(
                            directory.find(filter(seed), asOf, null, 500).items().stream()
                                    .map(row ->
                                            row.name() + " " + row.state() + " " + row.computedM2())
                                    .collect(Collectors.toSet()))
                    .as("%s on %s", seed, asOf)
                    .isEqualTo(expected(all, asOf));
        }
        for (var one : all) {
            if (one.ended == null || one.ended.isAfter(one.begun)) {
                var details = directory.details(one.id, one.begun);
                assertThat(details.state()).as(seed).isEqualTo(one.state(one.begun));
                assertThat(details.profile().name())
                        .as(seed)
                        .isEqualTo(one.names.floorEntry(one.begun).getValue());
            }
        }
    }

    private static Set<String> expected(List<Entered> all, LocalDate day) {
        var told = new HashSet<String>();
        for (var one : all) {
            if (!day.isBefore(one.begun) && (one.ended == null || day.isBefore(one.ended))) {
                told.add(one.told(day));
            }
        }
        return told;
    }

    private void split(Entered one, LocalDate day, String name, List<Entered> all) {
        int left = one.width / 2;
        double x = 35_000_000 + 442_000 + one.west + left;
        var ids =
                splitting.cut(
                        seen(one.id),
                        new GeometryFactory()
                                .createLineString(
                                        new Coordinate[] {
                                            new Coordinate(x, 3_441_000),
                                            new Coordinate(x, 3_443_000)
                                        }),
                        Crs.withPrefix(35),
                        List.of(
                                new PlotNaming(name + "W", name + "W", null),
                                new PlotNaming(name + "E", name + "E", null)),
                        day,
                        null);
        one.ended = day;
        var pieces =
                List.of(
                        new Entered(ids.get(0), day, one.west, left),
                        new Entered(ids.get(1), day, one.west + left, one.width - left));
        for (int i = 0; i < 2; i++) {
            pieces.get(i).moves.add(new Move(one.since(), one.state(day)));
            pieces.get(i).names.put(day, name + (i == 0 ? "W" : "E"));
        }
        all.addAll(pieces);
    }

    private PlotId registered(String number, int west) {
        return registration.register(
                Papers.of(number, number.startsWith("seed") ? number : number + "号地块"),
                PlotLineageTest.square(442_000 + west, 3_442_200, 100, 200));
    }

    private PlotSeen seen(PlotId id) {
        return new PlotSeen(id, directory.details(id).version());
    }

    private List<String> found(PlotFilter filter, LocalDate asOf) {
        return directory.find(filter, asOf, null, 500).items().stream()
                .map(PlotRow::number)
                .toList();
    }

    private static PlotFilter filter(String text) {
        return new PlotFilter(text, Set.of(), null, null, null, null, null);
    }
}
