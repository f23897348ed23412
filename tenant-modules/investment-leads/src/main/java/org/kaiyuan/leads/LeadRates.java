package org.kaiyuan.leads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of signed projects, as of now. A project counts as signed when it ever came to 签约 and its day
 * of signing is known; one that was given up afterwards still counts, for its promise was not kept.
 *
 * @param year the year of which is told
 * @param fresh signed in the year (新签)
 * @param carried signed before it (结转)
 * @param all both together
 */
public record LeadRates(int year, Part fresh, Part carried, Part all) {
    /**
     * One of the parts.
     *
     * @param kept 履约率: came to 注册 ÷ signed
     * @param started 开工率: came to 开工 ÷ signed
     * @param producing 投产率: came to 投产 ÷ signed
     * @param home 资金到位率 of projects that are invested in yuan
     * @param foreign 资金到位率 of projects that are invested in US dollars; never added to the other
     */
    public record Part(
            FigureCount signed,
            Rate kept,
            Rate started,
            Rate producing,
            Money home,
            Money foreign) {}

    /**
     * A share of the signed projects.
     *
     * @param percent null where none was signed
     * @param behind opens the list of those that came as far
     */
    public record Rate(long leads, @Nullable Double percent, LeadQuestion behind) {}

    /**
     * Money that came, against money that was promised.
     *
     * @param currency CNY: funds from other provinces and our own; USD: foreign funds
     * @param promised by the agreements that bind (investment, entry, supplement); where none says how much,
     *     the project's total investment. Of foreign projects always the latter
     * @param paidIn until the end of the year
     * @param percent null where nothing was promised
     */
    public record Money(
            String currency, BigDecimal promised, BigDecimal paidIn, @Nullable Double percent) {}
}
