package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * Which part somebody has in a matter: a line of the 职责边界清单.
 *
 * @param unit which office of it; null for the body as a whole
 */
public record BoundaryShare(Party party, Part part, @Nullable String unit) {
    /** Between whom the boundary runs. */
    public enum Party {
        /** 管委会. */
        COMMITTEE,
        /** 属地政府. */
        LOCAL_GOVERNMENT,
        /** 运营公司. */
        OPERATING_COMPANY
    }

    /** What part one has. */
    public enum Part {
        /** 决定. */
        DECIDES,
        /** 执行. */
        CARRIES_OUT,
        /** 会商. */
        CONSULTED,
        /** 知会. */
        INFORMED
    }

    public BoundaryShare {
        unit = unit == null || unit.isBlank() ? null : ChineseText.storable(unit).strip();
    }
}
