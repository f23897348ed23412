package org.kaiyuan.delegation;

import java.util.Collection;

/** What became of a legal basis. */
public enum BasisState {
    /** 有效. */
    IN_FORCE,
    /** 已修改. */
    AMENDED,
    /** 已废止. */
    REPEALED;

    /** The worst of them; without any, nothing speaks against it. */
    static BasisState worst(Collection<LegalBasis> bases) {
        return bases.stream().map(LegalBasis::state).max(BasisState::compareTo).orElse(IN_FORCE);
    }
}
