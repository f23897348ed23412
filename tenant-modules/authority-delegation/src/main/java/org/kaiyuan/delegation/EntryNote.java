package org.kaiyuan.delegation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says.
 *
 * @param ends the grant that it ends; null of a grant
 * @param originalAuthority who held the power before: 原行使部门
 * @param receivingBody 承接主体
 * @param subPark where in the zone; null for all of it
 * @param category which cases of the matter; null for all
 * @param mostYuan up to which amount of the case, yuan; null for any
 * @param effectiveOn the first day
 * @param handoverOn 交接 at the latest; null while nobody said
 * @param expiresOn the last day; null for none
 * @param document of the decision: number, day, issuer
 * @param letter number of the letter where the mode needs one: 委托书
 */
public record EntryNote(
        MatterId matter,
        EntryAct act,
        @Nullable EntryId ends,
        String originalAuthority,
        String receivingBody,
        DelegationMode mode,
        @Nullable String subPark,
        @Nullable String category,
        @Nullable BigDecimal mostYuan,
        @Nullable String conditions,
        LocalDate effectiveOn,
        @Nullable LocalDate handoverOn,
        @Nullable LocalDate expiresOn,
        DecisionDocument document,
        @Nullable String letter,
        @Nullable String remarks) {

    /**
     * The paper by which it was decided.
     *
     * @param number 文号
     * @param decidedOn 决定日期
     * @param issuer who issued it
     */
    public record DecisionDocument(
            @Nullable String number, @Nullable LocalDate decidedOn, @Nullable String issuer) {}

    /** Whether it is about this place; who asks about the whole zone is only told what holds in all of it. */
    public boolean covers(@Nullable String place) {
        return subPark == null || subPark.equals(place);
    }
}
