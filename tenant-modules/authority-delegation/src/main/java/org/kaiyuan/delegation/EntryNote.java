package org.kaiyuan.delegation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What an entry says.
 *
 * @param ends the grant that it ends; null of a grant
 * @param originalAuthority who held the power before: 原行使部门
 * @param receivingBody 承接主体
 * @param document the decision that it rests on
 * @param letter the letter where the mode needs one: 委托书
 */
public record EntryNote(
        MatterId matter,
        EntryAct act,
        @Nullable EntryId ends,
        String originalAuthority,
        String receivingBody,
        DelegationMode mode,
        Scope scope,
        Days days,
        Paper document,
        Paper letter,
        Particulars particulars,
        @Nullable String remarks) {

    public EntryNote {
        originalAuthority = ChineseText.storable(originalAuthority).strip();
        receivingBody = ChineseText.storable(receivingBody).strip();
        letter = new Paper(letter.id(), letter.number(), null, null);
        remarks = tidy(remarks);
    }

    /**
     * Where and for what it holds.
     *
     * @param subPark where in the zone; null for all of it
     * @param category which cases of the matter; null for all
     * @param mostYuan up to which amount of the case, yuan; null for any
     */
    public record Scope(
            @Nullable String subPark,
            @Nullable String category,
            @Nullable BigDecimal mostYuan,
            @Nullable String conditions) {
        /** Everywhere, for everything. */
        public static final Scope ALL = new Scope(null, null, null, null);

        private static final int LONGEST = 60;

        public Scope {
            subPark = tidy(subPark);
            category = tidy(category);
            mostYuan = mostYuan == null ? null : inCents(mostYuan);
            conditions = tidy(conditions);
        }

        /** What is beyond all amounts stays as it is, and is refused. */
        private static BigDecimal inCents(BigDecimal yuan) {
            return Math.abs((long) yuan.scale()) > LONGEST || yuan.precision() > LONGEST
                    ? yuan
                    : yuan.setScale(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param effectiveOn the first day
     * @param handoverOn 交接 at the latest; null while nobody said
     * @param expiresOn the last day; null for none
     */
    public record Days(
            LocalDate effectiveOn, @Nullable LocalDate handoverOn, @Nullable LocalDate expiresOn) {
        public static Days from(LocalDate first) {
            return new Days(first, null, null);
        }
    }

    /**
     * A paper by which it was decided or entrusted.
     *
     * @param id of the zone's own record of it, on which its file hangs; null where there is none
     * @param number 文号
     * @param decidedOn 决定日期
     * @param issuer who issued it
     */
    public record Paper(
            @Nullable UUID id,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer) {
        /** There is none. */
        public static final Paper NONE = new Paper(null, null, null, null);

        public Paper {
            number = tidy(number);
            issuer = tidy(issuer);
        }

        public boolean isThere() {
            return id != null || number != null;
        }
    }

    /**
     * What only some lists know.
     *
     * @param area 集成授权: one of the five fields
     * @param batch 集成授权: which batch
     * @param duties 责任清单, by their steps
     * @param shares 职责边界清单
     */
    public record Particulars(
            @Nullable EmpowermentArea area,
            @Nullable Integer batch,
            List<Duty> duties,
            List<BoundaryShare> shares) {
        /** None. */
        public static final Particulars NONE = new Particulars(null, null, List.of(), List.of());

        public Particulars {
            duties = duties.stream().sorted(Comparator.comparing(Duty::step)).toList();
            shares =
                    shares.stream()
                            .sorted(
                                    Comparator.comparing(BoundaryShare::party)
                                            .thenComparing(BoundaryShare::part))
                            .toList();
        }
    }

    /** Ids of the papers that it rests on, as far as it says them. */
    Stream<UUID> papers() {
        return Stream.of(document, letter).map(Paper::id).filter(Objects::nonNull);
    }

    EntryNote resting(Paper onDocument, Paper onLetter) {
        return new EntryNote(
                matter,
                act,
                ends,
                originalAuthority,
                receivingBody,
                mode,
                scope,
                days,
                onDocument,
                onLetter,
                particulars,
                remarks);
    }

    public @Nullable String subPark() {
        return scope.subPark();
    }

    public @Nullable String category() {
        return scope.category();
    }

    public LocalDate effectiveOn() {
        return days.effectiveOn();
    }

    public @Nullable LocalDate handoverOn() {
        return days.handoverOn();
    }

    public @Nullable LocalDate expiresOn() {
        return days.expiresOn();
    }

    /** Whether it is about this place; who asks about the whole zone is only told what holds in all of it. */
    public boolean covers(@Nullable String place) {
        return subPark() == null || subPark().equals(place);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : ChineseText.storable(text).strip();
    }
}
