package org.kaiyuan.bench.quality;

/** The ways in which people look for a name, with the recall@10 that issue 2 wants of each on 51,000 names. */
public enum QueryKind {
    /** The whole name as registered. */
    FULL(1.00),
    /** Without place and legal ending: 华创新材料. */
    ABBREVIATED(1.00),
    /** The first two and the last two characters of the abbreviation of a name that is no branch's: 华创材料. */
    ENDS(0.94),
    /** One character replaced by another that occurs in names. */
    ONE_WRONG(0.98),
    /** One character left out. */
    ONE_MISSING(0.98),
    /** Two neighbours in the other order. */
    SWAPPED(0.99),
    /** The abbreviation as it is read, in one word. */
    PINYIN_JOINED(0.99),
    /** The abbreviation as it is read, a blank after each syllable. */
    PINYIN_SPACED(0.99),
    /** The first letter of each syllable of the abbreviation. */
    INITIALS(0.98),
    /** The whole name in traditional characters. */
    TRADITIONAL(0.99),
    /**
     * {@link #ENDS} of a branch's name. Hundreds of post offices are 邮政…邮政所: nobody can tell which is meant, so this
     * one is reported but not part of the whole.
     */
    ENDS_OF_BRANCH(0);

    private final double wanted;

    QueryKind(double wanted) {
        this.wanted = wanted;
    }

    /** Whether it counts for recall and nDCG over all kinds. */
    public boolean counts() {
        return this != ENDS_OF_BRANCH;
    }

    /** Recall@10 on 51,000 names, between 0 and 1. */
    public double wanted() {
        return wanted;
    }
}
