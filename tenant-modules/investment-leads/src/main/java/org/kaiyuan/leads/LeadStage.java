package org.kaiyuan.leads;

/**
 * How far a lead has come (阶段), in the order of the plan's practice; a tenant may rename, hide and reorder
 * what comes before {@link #SIGNED}. The order is common practice, the gates between are rules.
 */
public enum LeadStage {
    /** 线索. */
    CLUE,
    /** 研判. */
    ASSESSMENT,
    /** 在谈. */
    NEGOTIATION,
    /** 评审. */
    REVIEW,
    /** 签约. */
    SIGNED,
    /** 注册. */
    REGISTERED,
    /** 供地. */
    LAND,
    /** 开工. */
    CONSTRUCTION,
    /** 投产. */
    PRODUCTION,
    /** 入规. */
    ABOVE_SCALE,
    /** 达产. */
    FULL_CAPACITY;

    /** From here on there is a contract. */
    public boolean isSigned() {
        return compareTo(SIGNED) >= 0;
    }

    public boolean isBefore(LeadStage other) {
        return compareTo(other) < 0;
    }
}
