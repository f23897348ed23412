package org.kaiyuan.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.GrantDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.delegation.WrittenEntry;

class RulingsTest {
    private static final MatterId MATTER = MatterId.next();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void a_power_is_the_parks_from_its_first_day_to_its_last() {
        var all = List.of(grant(DAY, DAY.plusDays(10), null, DelegationMode.DIRECT));

        assertThat(why(all, DAY.minusDays(1))).isEqualTo(WhyNot.NOT_YET);
        assertThat(why(all, DAY)).isNull();
        assertThat(why(all, DAY.plusDays(10))).isNull();
        assertThat(why(all, DAY.plusDays(11))).isEqualTo(WhyNot.EXPIRED);
    }

    @Test
    void a_recall_ends_what_it_names_on_its_day_and_stays_in_the_chain() {
        var grant = grant(DAY, null, null, DelegationMode.ENTRUSTED);
        var recall = end(EntryAct.RECALL, grant, DAY.plusDays(5));
        var all = List.of(recall, grant);

        assertThat(why(all, DAY.plusDays(4))).isNull();
        var after = Rulings.of(all, null, DAY.plusDays(5));
        assertThat(after.why()).isEqualTo(WhyNot.RECALLED);
        assertThat(after.body()).isEqualTo("市发展和改革委员会");
        assertThat(after.chain()).containsExactly(grant, recall);
    }

    @Test
    void what_holds_in_a_part_of_the_zone_does_not_hold_in_all_of_it() {
        var all = List.of(grant(DAY, null, "北区", DelegationMode.DIRECT));

        assertThat(why(all, DAY)).isEqualTo(WhyNot.ELSEWHERE);
        assertThat(Rulings.of(all, "南区", DAY).why()).isEqualTo(WhyNot.ELSEWHERE);
        assertThat(Rulings.of(all, "北区", DAY).isHere()).isTrue();
    }

    @Test
    void who_only_takes_in_does_not_decide() {
        var ruling = Rulings.of(List.of(grant(DAY, null, null, DelegationMode.COUNTER)), null, DAY);

        assertThat(ruling.why()).isEqualTo(WhyNot.HANDS_ON);
        assertThat(ruling.body()).isEqualTo("市发展和改革委员会");
    }

    /** Of one matter, as several lists grant, change, recall and let it expire. */
    @Test
    void for_random_histories_the_answer_is_that_of_a_naive_replay() {
        for (int seed = 0; seed < 1500; seed++) {
            var random = new SplittableRandom(seed);
            var all = history(random);
            for (int i = 0; i < 20; i++) {
                var day = DAY.plusDays(random.nextInt(-3, 43));
                var place = random.nextBoolean() ? null : random.nextBoolean() ? "北区" : "南区";
                var ruling = Rulings.of(all, place, day);
                var naive = NaiveReplay.of(all, place, day);
                var told = "seed %d, %s, %s: %s".formatted(seed, place, day, all);
                var entry = ruling.entry();
                assertThat(ruling.isHere()).as(told).isEqualTo(naive.here());
                assertThat(entry == null ? null : entry.id()).as(told).isEqualTo(naive.entry());
                assertThat(ruling.others()).as(told).hasSize(naive.others());
                if (entry != null) {
                    assertThat(ruling.body()).as(told).isEqualTo(naive.body());
                }
                assertThat(ruling.chain())
                        .as(told)
                        .hasSameElementsAs(
                                all.stream().filter(one -> one.note().covers(place)).toList());
            }
        }
    }

    /** Why it is not the park follows from the last that held; what never was is never recalled. */
    @Test
    void for_random_histories_the_reason_is_of_what_happened() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var all = history(random);
            var day = DAY.plusDays(random.nextInt(-3, 43));
            var why = Rulings.of(all, null, day).why();
            var begun =
                    all.stream()
                            .filter(one -> one.note().act() == EntryAct.GRANT)
                            .filter(one -> one.note().covers(null))
                            .filter(one -> !one.note().effectiveOn().isAfter(day))
                            .toList();
            var told = "seed %d, %s: %s".formatted(seed, day, all);
            if (why == WhyNot.RECALLED) {
                assertThat(all)
                        .as(told)
                        .anyMatch(one ->
                                one.note().act() == EntryAct.RECALL
                                        && begun.stream()
                                                .anyMatch(grant ->
                                                        grant.id().equals(one.note().ends())));
            } else if (why == WhyNot.EXPIRED) {
                assertThat(begun).as(told).isNotEmpty();
            } else if (why == WhyNot.NOT_YET) {
                assertThat(begun).as(told).isEmpty();
            } else if (why == WhyNot.NEVER) {
                assertThat(all).as(told).isEmpty();
            }
        }
    }

    /** Grants of several lists: bodies, places, categories, amounts, modes, with their ends. */
    private static List<WrittenEntry> history(SplittableRandom random) {
        var all = new ArrayList<WrittenEntry>();
        int grants = random.nextInt(0, 8);
        for (int i = 0; i < grants; i++) {
            var from = DAY.plusDays(random.nextInt(30));
            var modes = DelegationMode.values();
            var grant =
                    new GrantDraft(MATTER)
                            .authority("原部门" + random.nextInt(2))
                            .body("主体" + random.nextInt(3))
                            .mode(
                                    random.nextInt(3) == 0
                                            ? modes[random.nextInt(modes.length)]
                                            : DelegationMode.DIRECT)
                            .place(random.nextInt(3) == 0 ? "北区" : null)
                            .category(random.nextInt(4) == 0 ? "小型" : null)
                            .mostYuan(
                                    random.nextInt(4) == 0
                                            ? BigDecimal.valueOf(random.nextInt(1, 9))
                                            : null)
                            .from(from)
                            .to(random.nextBoolean() ? null : from.plusDays(random.nextInt(15)))
                            .entry();
            all.add(grant);
            int ends = random.nextInt(4) == 0 ? 2 : random.nextInt(3) == 0 ? 1 : 0;
            for (int e = 0; e < ends; e++) {
                all.add(
                        end(
                                random.nextBoolean() ? EntryAct.RECALL : EntryAct.EXPIRY,
                                grant,
                                from.plusDays(random.nextInt(-2, 20))));
            }
        }
        Collections.shuffle(all, new Random(random.nextLong()));
        return all;
    }

    private static @Nullable WhyNot why(List<WrittenEntry> all, LocalDate day) {
        return Rulings.of(all, null, day).why();
    }

    private static WrittenEntry grant(
            LocalDate from, @Nullable LocalDate to, @Nullable String subPark, DelegationMode mode) {
        return new GrantDraft(MATTER).from(from).to(to).place(subPark).mode(mode).entry();
    }

    private static WrittenEntry end(EntryAct act, WrittenEntry grant, LocalDate on) {
        return new WrittenEntry(EntryId.next(), GrantDraft.end(act, grant.id(), grant.note(), on));
    }
}
