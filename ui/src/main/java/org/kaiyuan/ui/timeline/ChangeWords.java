package org.kaiyuan.ui.timeline;

import org.kaiyuan.platform.audit.ChangeEntry;

/** How a page calls what its record's history tells. */
public interface ChangeWords {
    /** Such as 修改. */
    String act(ChangeEntry change);

    /** What the field is called; asked only of a change that is about one. */
    String field(ChangeEntry change, String field);

    /** What stands between the fields of one act. */
    default String between(ChangeEntry change) {
        return "、";
    }
}
