package org.kaiyuan.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
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

    /** A naive replay walks day by day through everything that happened. */
    @Test
    void for_random_histories_the_answer_is_that_of_a_naive_replay() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new SplittableRandom(seed);
            var all = history(random);
            for (int i = 0; i < 20; i++) {
                var day = DAY.plusDays(random.nextInt(-3, 43));
                var place = random.nextBoolean() ? null : random.nextBoolean() ? "北区" : "南区";
                assertThat(Rulings.of(all, place, day).isHere())
                        .as("seed %d, %s, %s: %s", seed, place, day, all)
                        .isEqualTo(replay(all, place, day));
            }
        }
    }

    private static boolean replay(List<WrittenEntry> all, @Nullable String place, LocalDate until) {
        var held = new ArrayList<WrittenEntry>();
        for (var day = DAY.minusDays(5); !day.isAfter(until); day = day.plusDays(1)) {
            var today = day;
            for (var one : all) {
                var note = one.note();
                if (note.act() == EntryAct.GRANT
                        && note.effectiveOn().equals(today)
                        && (note.subPark() == null || note.subPark().equals(place))) {
                    held.add(one);
                }
            }
            held.removeIf(grant ->
                    all.stream()
                                    .anyMatch(one ->
                                            grant.id().equals(one.note().ends())
                                                    && !one.note().effectiveOn().isAfter(today))
                            || (grant.note().expiresOn() != null
                                    && grant.note().expiresOn().isBefore(today)));
        }
        return !held.isEmpty();
    }

    private static List<WrittenEntry> history(SplittableRandom random) {
        var all = new ArrayList<WrittenEntry>();
        int grants = random.nextInt(0, 5);
        for (int i = 0; i < grants; i++) {
            var from = DAY.plusDays(random.nextInt(30));
            var grant =
                    grant(
                            from,
                            random.nextBoolean() ? null : from.plusDays(random.nextInt(15)),
                            random.nextInt(3) == 0 ? "北区" : null,
                            DelegationMode.DIRECT);
            all.add(grant);
            if (random.nextInt(3) == 0) {
                all.add(
                        end(
                                random.nextBoolean() ? EntryAct.RECALL : EntryAct.EXPIRY,
                                grant,
                                from.plusDays(random.nextInt(20))));
            }
        }
        return all;
    }

    private static @Nullable WhyNot why(List<WrittenEntry> all, LocalDate day) {
        return Rulings.of(all, null, day).why();
    }

    private static WrittenEntry grant(
            LocalDate from, @Nullable LocalDate to, @Nullable String subPark, DelegationMode mode) {
        return new WrittenEntry(
                EntryId.next(), note(EntryAct.GRANT, null, from, to, subPark, mode));
    }

    private static WrittenEntry end(EntryAct act, WrittenEntry grant, LocalDate on) {
        return new WrittenEntry(
                EntryId.next(),
                note(act, grant.id(), on, null, grant.note().subPark(), grant.note().mode()));
    }

    private static EntryNote note(
            EntryAct act,
            @Nullable EntryId ends,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String subPark,
            DelegationMode mode) {
        return new EntryNote(
                MATTER,
                act,
                ends,
                "市发展和改革委员会",
                "经开区行政审批局",
                mode,
                new EntryNote.Scope(subPark, null, null, null),
                new EntryNote.Days(from, null, to),
                new EntryNote.Paper(null, "德府发〔2026〕1号", from, "德阳市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}
